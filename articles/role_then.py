"""The role at the time for quotes and mentions; how one is chosen stands in people.role_then."""

from people import role_then


def tell(quotes=(), mentions=(), at=None, people=()):
    """Give every quote and mention its `roles_then` and `role_then`, as `people.role_then.tell` does, in one query.

    The rows come with who is shown (`with_names`) and with their article; the people get their `shown_roles`.
    """
    said = [(quote, quote.shown_speaker, *quote.said_between()) for quote in quotes]
    named = [(mention, mention.shown_person, mention.article.day, mention.article.day) for mention in mentions]
    role_then.tell(said + named, at, people)
