"""The words of a quote, known again elsewhere."""

from articles.text.stretches import sameness


class TestSameness:
    def test_the_same_words_are_the_same_whatever_their_case_accents_and_punctuation(self):
        assert sameness("We go to the café.") == sameness("“WE GO… to the cafe,”") != ""

    def test_other_words_are_not(self):
        assert sameness("We go to the café.") != sameness("We went to the café.")

    def test_few_words_say_nothing(self):
        assert sameness("No comment.") == sameness("") == ""
