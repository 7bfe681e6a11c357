"""Rights given to groups by a migration, which runs before Django has made the permissions themselves."""

ALL = ("add", "change", "delete", "view")


def grant(apps, group, rights):
    """Give the group of this name, made where there is none, these rights; what it may do already stays.

    `rights` maps "app.model" to codenames of its own or verbs such as "add"; `apps` are those of the migration.
    """
    groups, types = apps.get_model("auth", "Group"), apps.get_model("contenttypes", "ContentType")
    permissions = apps.get_model("auth", "Permission")
    group, _ = groups.objects.get_or_create(name=group)
    for label, verbs in rights.items():
        app, model = label.split(".")
        content_type, _ = types.objects.get_or_create(app_label=app, model=model)
        options = apps.get_model(app, model)._meta
        names = {f"{verb}_{model}": f"Can {verb} {options.verbose_name}" for verb in ALL} | dict(options.permissions)
        for verb in verbs:
            codename = f"{verb}_{model}" if verb in ALL else verb
            permission, _ = permissions.objects.get_or_create(
                content_type=content_type, codename=codename, defaults={"name": names[codename]}
            )
            group.permissions.add(permission)
