"""Pincodes of India Post, offline (package indian-pincode, data of data.gov.in under GODL-India)."""

import indian_pincode


class IndianPincodes:
    """`Places` over the packaged list; the first question loads it (about 50 ms)."""

    def exists(self, pincode: str) -> bool:
        return bool(indian_pincode.validate(pincode))

    def state(self, pincode: str) -> str | None:
        name = indian_pincode.get_state(pincode) if self.exists(pincode) else None
        return name.title() if name else None

    def districts(self, pincode: str) -> tuple[str, ...]:
        if not self.exists(pincode):
            return ()
        return tuple(name.title() for name in indian_pincode.get_districts(pincode))
