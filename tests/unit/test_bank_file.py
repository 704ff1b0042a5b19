"""A bank's statement: its own columns, only what came, nothing guessed."""

import pytest

from orders.bank_file import Credit, NotAStatement, Unread, read

SBI = """Account statement,,,,
Txn Date,Description,Ref No,Debit,Credit
24 Nov 2026,UPI/CR/632812345678/SUNITA/HT1001P7R1,,,"1,900.00"
24 Nov 2026,UPI/DR/632800000000/X,,50.00,
25 Nov 2026,NEFT by somebody,N123,,2500
25 Nov 2026,UPI odd,,,12.345
25 Nov 2026,UPI words,,,abc
25 Nov 2026,UPI nothing,,,0.00
"""
TYPED = "\ufeffUTR,Amount,Cr/Dr,Remarks\n632812345678,₹ 950,CR,ht1002p8r1\n632812345679,950,DR,HT1003P9R1\n"


def test_what_came_is_read() -> None:
    rows = list(read(SBI))
    assert rows[0] == Credit(3, 190000, "632812345678", "UPI/CR/632812345678/SUNITA/HT1001P7R1")
    assert rows[1] == Credit(5, 250000, None, "N123 NEFT by somebody")
    assert [row for row in rows if isinstance(row, Unread)] == [
        Unread(6, "the amount is finer than a paisa"),
        Unread(7, "the amount is no number"),
        Unread(8, "nothing came"),
    ]


def test_money_that_left_is_not_money_that_came() -> None:
    assert list(read(TYPED)) == [Credit(2, 95000, "632812345678", "632812345678 ht1002p8r1")]


@pytest.mark.parametrize("text", ["", "hello", "Date,Amount\n1,2\n", "a,b\n1,2\n"])
def test_another_file_is_refused(text: str) -> None:
    with pytest.raises(NotAStatement):
        list(read(text))
