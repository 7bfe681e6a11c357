import pytest

from articles.text.attributions import attributed
from articles.text.story import Story


def speakers(text: str) -> list[str | None]:
    found = attributed(Story(text))
    return [text[a.attribution.subject.start : a.attribution.subject.end] if a.attribution else None for a in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # after the quotation
        ("“We go,” Jane Roe said.", "Jane Roe"),
        ("“We go,” said Jane Roe.", "Jane Roe"),
        ("“We go,” the mayor told reporters on Monday.", "the mayor"),
        ("“We go,” said Jane Roe, the mayor of Springfield.", "Jane Roe, the mayor of Springfield"),
        ("“We go,” Jane Roe, who had waited for hours, said.", "Jane Roe"),
        ("“We go,” Jane Roe, who has proposed a new road, said at the time.", "Jane Roe"),
        ("“We go,” a spokesman for Jane Roe said.", "a spokesman for Jane Roe"),
        ("“We go,” Jane Roe at a rally in Springfield said.", "Jane Roe"),
        ("“We go,” Rep. Jane Roe (D-Ohio) said.", "Rep. Jane Roe"),
        ("“We go,” according to Jane Roe.", "Jane Roe"),
        ("“We go,” said retired surgeon Jane Roe.", "retired surgeon Jane Roe"),
        ("“Great!” beamed Jane Roe.", "Jane Roe"),
        ("“Why?” Jane Roe asked.", "Jane Roe"),
        ("“We go,” she went on.", "she"),
        ("“We go,” the mayor riffed.", "the mayor"),
        ("“We go,” Jane Roe and John Doe said.", "Jane Roe and John Doe"),
        ("“Why?” Jane Roe, a driver from Springfield, asked.", "Jane Roe, a driver from Springfield"),
        ("The road is “a mess,” Jane Roe, the former mayor, warned on Monday.", "Jane Roe, the former mayor"),
        ("The view that the road “is a mess,” as Jane Roe said on Monday, won.", "Jane Roe"),
        ("“We go.” — Jane Roe", "Jane Roe"),
        ("“We go,” came the reply from Jane Roe.", "Jane Roe"),
        ("“We go,” in the words of Jane Roe.", "Jane Roe"),
        # before the quotation
        (
            "Filling in for Ann Poe at a fair where John Doe appeared, Jane Roe landed a dig at “my old friend” then.",
            "Jane Roe",
        ),
        ("Jane Roe, who has lost a vote, named “good sense” as her guide.", "Jane Roe"),
        ("They register as “undecided,” can change their minds and do.", "They"),
        ("Jane Roe said: “We go.”", "Jane Roe"),
        ("On Monday, Jane Roe, the mayor, said “we go” at last.", "Jane Roe, the mayor"),
        ("Her deputy, John Doe, said “we go” at last.", "Her deputy, John Doe"),
        ("Jane Roe said, “We go,” she added.", "Jane Roe"),
        ("The roads are full - Jane Roe and John Doe: “We go.”", "Jane Roe and John Doe"),
        ("The city issued a letter after John Doe told the council it was “a mess” now.", "John Doe"),
        ("When the mayor announced it, Jane Roe called the road “a mess” at once.", "Jane Roe"),
        ("Jane Roe was asked about the road, when John Doe said it was “a mess” again.", "John Doe"),
        ("Jane Roe said that once the council goes on holiday, “we go too.”", "Jane Roe"),
        ("Jane Roe said he rarely asks for help, “except in a storm.”", "Jane Roe"),
        ("The trouble began when two women rose, shouting “we go” loudly.", "two women"),
        ("The gloom was plain when John Doe spoke of rain and criticized the “sad jokes” there.", "John Doe"),
        ("As the band took the stage, Jane Roe opened with a plea for “calm and order” there.", "Jane Roe"),
        ("Jane Roe tied the rain to the road, saying it helped “many of us” then.", "Jane Roe"),
        ("According to Jane Roe, the road is “a mess” now.", "Jane Roe"),
        ("In the words of the mayor, “we go” or stay.", "the mayor"),
        ("Jane Roe called the road “a mess” on Monday.", "Jane Roe"),
        ("Jane Roe said the road, which John Doe built, was “a mess” now.", "Jane Roe"),
        ("Jane Roe was quoted as saying the road is “a mess”.", "Jane Roe"),
        ("The road was called “a mess” by its own builder.", "its own builder"),
        ("Jane Roe opened the road and said it was “no mess”.", "Jane Roe"),
        ("Jane Roe praised the road, calling it “a gem”.", "Jane Roe"),
        ("Jane Roe put up two vases saying “we go” in blue.", "Jane Roe"),
        ("Calling it “a gem,” Jane Roe opened the road.", "Jane Roe"),
        ("Jane Roe emailed supporters saying “we go” today.", "Jane Roe"),
        ("The council was split, with one member saying “we go” aloud.", "one member"),
        ("A letter seen by the Herald says “we go” in bold.", "A letter"),
        ("An official who spoke about the road said “we go” twice.", "An official"),
        ("Jane Roe went on to say “we go” again.", "Jane Roe"),
        ("From the report: “We go.”", "the report"),
        ("Jane Roe: “We go.”", "Jane Roe"),
        ("While John Doe said no, Jane Roe said it was “fine” now.", "Jane Roe"),
        ("Jane Roe opened the road and in a statement called it “fine”.", "Jane Roe"),
        ("Jane Roe was cheered by her fans and said “we go” twice.", "Jane Roe"),
        ("Another man speaking to the Herald said “we go” twice.", "Another man"),
        ("Jane Roe, a builder who works for Acme, a road group, said “we go” twice.", "Jane Roe"),
        ("Jane Roe, whose road it is, said “we go” twice.", "Jane Roe"),
        ("Cory Roe, 22, of Flint, Mich., said “we go” twice.", "Cory Roe"),
        ("Jane Roe released a video that said “we go” twice.", "Jane Roe"),
        ("The plan, labeled “a farce” by the mayor, failed.", "the mayor"),
        ("The marchers, whom she called “a mob,” sang.", "she"),
        ("The people who wrote to them say “we go” twice.", "The people"),
        ("One man who came and who asked not to be named said “we go” twice.", "One man"),
        ("Prosecutors say he told them, “We go.”", "Prosecutors"),
        ("Polls agree - Jane Roe: “We go.”", "Jane Roe"),
        ("Said Jane Roe, who grew up there, “We go.”", "Jane Roe"),
        # both sides
        ("“It is hard” for us all, said Jane Roe.", "Jane Roe"),
        ("“We go,” May said.", "May"),
        ("“We go,” said the 46-year-old.", "the 46-year-old"),
        ("“We go,” the two write.", "the two"),
        ("A newly formed group of builders said “we go” twice.", "A newly formed group of builders"),
        ("A $25 million fund said “we go” twice.", "A $25 million fund"),
        ("After being asked about it, Jane Roe said “we go” twice.", "Jane Roe"),
        ("He denied it flatly: “No,” she said.", "she"),
        ("The road is “a mess,” and so are its makers, Jane Roe said.", "Jane Roe"),
        ("When a man shouted “stop,” Jane Roe laughed.", "a man"),
        # a noun for speech
        ("The council fell over her claim that “we go” was a law.", "her"),
        ("Voters recall the mayor’s promise of “free roads” well.", "the mayor"),
    ],
)
def test_who_speaks_in_one_sentence(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go,” Jane Roe said. “It is late.”", ["Jane Roe", "Jane Roe"]),
        ("“If we go,” she said, “we go now.”", ["she", "she"]),
        ("Jane Roe called it “late” and “wet”.", ["Jane Roe", "Jane Roe"]),
        ("“We go,” Jane Roe said.\n“It is late.”", ["Jane Roe", "Jane Roe"]),
        ("“We go,” Jane Roe said after John Doe argued that “we stay.”", ["Jane Roe", "John Doe"]),
        ("The city issued a letter asking friends to come.\n“We are sorry.”", ["The city"]),
        ("“We go.\n“It is late,” Jane Roe said.", ["Jane Roe", "Jane Roe"]),
        ("Jane Roe was blunt. “We go.”", ["Jane Roe"]),
        ("Jane Roe said she was tired.\n“We go.”", ["Jane Roe"]),
        ("“We go.”\n— Jane Roe", ["Jane Roe"]),
        ("“We go,” Jane Roe said. John Doe added that it was late.\n“It is not.”", ["Jane Roe", "John Doe"]),
        ("Jane Roe argues that her client was never urging anybody. “He was home.”", ["Jane Roe"]),
        ("“We go,” Jane Roe said. “Never,” John Doe replied.", ["Jane Roe", "John Doe"]),
        ("“We go.” She added that it was late.", [None]),
    ],
)
def test_who_speaks_in_several_stretches(text, expected):
    assert speakers(text) == expected


def test_a_line_in_capitals_speaks_for_nobody():
    assert speakers("MAYOR SAYS “WE GO” TO ALL\n“It is late.”") == [None]


def test_a_title_in_marks_is_no_quotation_and_may_stand_in_the_speaker():
    text = "“We go,” said the “Morning Town” host Jane Roe."

    assert speakers(text) == ["the “Morning Town” host Jane Roe"]


def test_a_title_in_marks_at_the_head_of_a_sentence_is_no_quotation_either():
    (speaker,) = speakers("“Morning Town” star Jane Roe called it “late” on Monday.")

    assert speaker.endswith("star Jane Roe")
