"""Parts of addresses that are years and months: as many digits as they always have."""


class Digits:
    """A number written with a fixed count of digits."""

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{value:0{self.count}}"


class FourDigits(Digits):
    """A year: 2026."""

    count, regex = 4, "[0-9]{4}"


class TwoDigits(Digits):
    """A month: 02."""

    count, regex = 2, "[0-9]{2}"
