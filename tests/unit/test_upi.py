"""The UPI address, exactly; our references; what of a person's words is a bank's number."""

from urllib.parse import urlsplit

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from catalog import qr
from orders import upi

LINK = upi.link("himkara@sbi", "HIMKARA UNNAYAN SAMITI", 190050, "HT1001P7R1", "Order HT-1001")


def test_the_address_is_exact() -> None:
    assert LINK == (
        "upi://pay?pa=himkara@sbi&pn=HIMKARA%20UNNAYAN%20SAMITI&am=1900.50&cu=INR&tr=HT1001P7R1&tn=Order%20HT-1001"
    )


def test_the_drawn_code_decodes_to_the_address() -> None:
    import io

    image = Image.open(io.BytesIO(qr.png(LINK, strong=False)))
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == LINK
    assert upi.read(found.text) == {
        "pa": "himkara@sbi", "pn": "HIMKARA UNNAYAN SAMITI", "am": "1900.50", "cu": "INR", "tr": "HT1001P7R1",
        "tn": "Order HT-1001",
    }  # fmt: skip


@given(
    name=st.text(min_size=1, max_size=40).filter(lambda s: s.isprintable()),
    paise=st.integers(1, upi.MOST_PAISE),
    payment=st.integers(1, 10**9),
)
@settings(max_examples=100, deadline=None)
def test_nobodys_name_can_change_the_amount(name: str, paise: int, payment: int) -> None:
    made = upi.link("a1@bank", name, paise, upi.reference("HT-1001", payment, 1), "&am=1.00&tn=x")
    read = upi.read(made)
    assert (read["pa"], read["pn"], read["am"], read["cu"]) == (
        "a1@bank",
        name,
        f"{paise // 100}.{paise % 100:02d}",
        "INR",
    )
    assert made.isascii()
    assert urlsplit(made).fragment == ""


@pytest.mark.parametrize(
    ("pa", "paise", "tr"),
    [
        ("nobody", 100, "A"), ("a b@bank", 100, "A"), ("a1@bank.example", 100, "A"), ("a1@bank", 0, "A"),
        ("a1@bank", -5, "A"), ("a1@bank", upi.MOST_PAISE + 1, "A"), ("a1@bank", 100, ""), ("a1@bank", 100, "A" * 36),
        ("a1@bank", 100, "A-1"), ("a1@bank&am=1", 100, "A"),
    ],
)  # fmt: skip
def test_what_upi_does_not_take_is_refused(pa: str, paise: int, tr: str) -> None:
    with pytest.raises(ValueError):
        upi.link(pa, "X", paise, tr, "t")


def test_references_are_found_in_a_banks_words() -> None:
    assert upi.references_in("UPI/CR/632812345678/SUNITA/SBIN/ht1001p7r2/Order HT-1001") == ["HT1001P7R2"]
    assert upi.payment_id("HT1001P7R2") == 7
    assert upi.revision("HT1001P7R2") == 2
    assert upi.references_in("HT1001P7R2X HT1001") == []


@pytest.mark.parametrize(
    ("said", "utr"),
    [
        ("632812345678", "632812345678"), ("utr no. 632812345678 hai", "632812345678"),
        ("६३२८१२३४५६७८", "632812345678"),
        ("9816012345", None), ("6328123456789", None), ("632812345678 ya 632812345679", None), ("paise de diye", None),
    ],
)  # fmt: skip
def test_a_banks_number(said: str, utr: str | None) -> None:
    assert upi.utr_in(said) == utr
