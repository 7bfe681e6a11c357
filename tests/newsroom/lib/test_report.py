"""The report of an import: a line for each thing, a closing line, and whether all went well."""

from newsroom.lib.report import REFUSED, Report


def test_lines_come_in_order_and_close_with_the_counts():
    report = Report()
    report.created("a.txt")
    report.unchanged("b.txt")
    report.created("c.txt", "kept as a draft")
    report.changed("d.txt")
    assert report.lines() == [
        "created   a.txt",
        "unchanged b.txt",
        "created   c.txt: kept as a draft",
        "changed   d.txt",
        "2 created, 1 changed, 1 unchanged, 0 refused",
    ]
    assert report.ok


def test_one_refusal_is_enough_not_to_be_well_and_keeps_its_reason():
    report = Report()
    report.created("a.txt")
    report.refused("b.txt", ValueError("the file is empty"))
    assert not report.ok
    assert report.lines(shown=[REFUSED]) == [
        "refused   b.txt: the file is empty",
        "1 created, 0 changed, 0 unchanged, 1 refused",
    ]


def test_the_reports_of_two_files_add_up():
    whole, first, second = Report(), Report(), Report()
    first.created("a")
    second.refused("b", "no name")
    whole.add(first)
    whole.add(second)
    assert (whole.count("created"), whole.count(REFUSED), whole.ok) == (1, 1, False)


def test_what_is_only_noted_is_told_and_refuses_nothing():
    report = Report()
    report.noted("a.txt", "its link is left out")
    report.unchanged("a.txt")
    assert report.lines() == [
        "noted     a.txt: its link is left out",
        "unchanged a.txt",
        "0 created, 0 changed, 1 unchanged, 0 refused",
    ]
    assert report.ok
