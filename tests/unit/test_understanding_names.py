"""Names, phone numbers and parcel numbers as people give them, every row exact."""

import pytest

from bot.understanding.contacts import codes
from bot.understanding.names import name_in
from bot.understanding.places import IndianPincodes
from orders import phones

PLACES = IndianPincodes()

TOLD = [
    ("mera naam Sunita hai", "Sunita"),
    ("mera nam sunita devi h", "sunita devi"),
    ("Mera naam Sunita Devi hai ji", "Sunita Devi"),
    ("naam sunita likho", "sunita"),
    ("naam: Ravi Sharma", "Ravi Sharma"),
    ("Name - Ravi Sharma", "Ravi Sharma"),
    ("name ravi sharma phone 9816012345", "ravi sharma"),
    ("Naam Ravi Sharma, pata ward 3 Una", "Ravi Sharma"),
    ("my name is Ravi", "Ravi"),
    ("my name is ravi kumar and phone 9816012345", "ravi kumar"),
    ("name is Kavita", "Kavita"),
    ("receiver name Ravi Sharma", "Ravi Sharma"),
    ("receiver: Ravi Sharma", "Ravi Sharma"),
    ("to: Ravi Sharma", "Ravi Sharma"),
    ("To - Ravi Sharma, Una", "Ravi Sharma"),
    ("Ravi here", "Ravi"),
    ("Ravi Sharma here, need 2 shawls", "Ravi Sharma"),
    ("Ravi this side", "Ravi"),
    ("this is Ravi Sharma from Una", "Ravi Sharma"),
    ("myself Ravi Kumar", "Ravi Kumar"),
    ("I am Ravi Kumar", "Ravi Kumar"),
    ("main Sunita bol rahi hu", "Sunita"),
    ("mai sunita devi bol rahi hun", "sunita devi"),
    ("sunita bol rahi hu nadaun se", "sunita"),
    ("Sunita Devi ke naam bhejna", "Sunita Devi"),
    ("sunita devi ke naam se bhej do", "sunita devi"),
    ("ye order sunita devi ke naam kar do", "sunita devi"),
    ("meri behan anita ke naam bhejo", "anita"),
    ("Anita ji ke naam pe", "Anita"),
    ("सुनीता देवी के नाम", "सुनीता देवी"),
    ("सुनीता देवी के नाम से भेज दो", "सुनीता देवी"),
    ("मेरी बहन अनीता के नाम भेजिए", "अनीता"),
    ("मेरा नाम सुनीता है", "सुनीता"),
    ("मेरा नाम सुनीता देवी है", "सुनीता देवी"),
    ("नाम सुनीता लिख लो", "सुनीता"),
    ("नाम: सुनीता देवी", "सुनीता देवी"),
    ("नाम - कमला देवी, वार्ड 7", "कमला देवी"),
    ("मैं सुनीता देवी बोल रही हूं", "सुनीता देवी"),
    ("सुनीता बोल रही हूँ", "सुनीता"),
    ("नमस्ते, मैं रवि शर्मा बोल रहा हूँ", "रवि शर्मा"),
    ("mera naam md. irfan hai", "md. irfan"),
    ("my name is Dr. Anil Verma", "Dr. Anil Verma"),
    ("name R. K. Sharma", "R. K. Sharma"),
    ("mera naam O'Neil hai", "O'Neil"),
    ("naam likho Savitri Rana", "Savitri Rana"),
    ("नाम लिखो कविता", "कविता"),
    ("नामः कोमल ठाकुर", "कोमल ठाकुर"),
    ("nm is Ravi", "Ravi"),
    ("in the name of Harsh Vardhan", "Harsh Vardhan"),
    ("हमार नाम बिंदेश्वरी बा", "बिंदेश्वरी"),
    ("deliver it to my friend Tsering in Manali", "Tsering"),
    ("gift it to Kavita ji", "Kavita"),
    ("यह मेरी मौसी कमला को भेजना है", "कमला"),
]
ASKED = [
    ("Sunita Devi", "Sunita Devi"),
    ("sunita", "sunita"),
    ("सुनीता देवी", "सुनीता देवी"),
    ("ji sunita devi", "sunita devi"),
    ("haan, Sunita Devi", "Sunita Devi"),
    ("to Ravi Sharma", "Ravi Sharma"),
    ("for Ravi Sharma", "Ravi Sharma"),
    ("Smt. Sunita Devi", "Smt. Sunita Devi"),
    ("Dr. Anil Verma", "Dr. Anil Verma"),
    ("R. K. Sharma", "R. K. Sharma"),
    ("md. irfan", "md. irfan"),
    ("श्रीमती कमला देवी", "श्रीमती कमला देवी"),
    ("sunita devi w/o ramesh kumar", "sunita devi"),
    ("Ravi Sharma 9816012345", "Ravi Sharma"),
    ("ravi sharma\n9816012345", "ravi sharma"),
    ("Ravi Sharma, 12 Mall Road Shimla", "Ravi Sharma"),
    ("Sunita Devi, ward 5, Nadaun", "Sunita Devi"),
    ("main ravi", "ravi"),
    ("ravi likh do", "ravi"),
    ("रवि लिख दीजिए", "रवि"),
    ("ravi ke naam", "ravi"),
    ("Sunita hi likho", "Sunita"),
    ("write Meenakshi", "Meenakshi"),
    ("please put under Mrs Dogra", "Mrs Dogra"),
]
NOBODY = [
    ("Sunita Devi", None),
    ("aapka naam kya hai", None),
    ("what is your name", None),
    ("naam kya likhu", None),
    ("naam galat hai", None),
    ("naam badlo", "name"),
    ("मेरा नाम गलत लिखा है", None),
    ("नाम बदलना है", "name"),
    ("mere naam se order karo", None),
    ("kis ke naam se", None),
    ("uske naam bhejo", None),
    ("same naam", "name"),
    ("wahi naam", "name"),
    ("main kisan hu", None),
    ("I am looking for shawls", None),
    ("i am interested", None),
    ("this is wrong", None),
    ("deliver here", None),
    ("send it to Shimla", None),
    ("is anyone here", None),
    ("delivery kab hogi", "name"),
    ("kitne paise lagenge", "name"),
    ("cash on delivery", "name"),
    ("kal tak chahiye", "name"),
    ("order karna hai", "name"),
    ("2 shawl", "name"),
    ("98160", "name"),
    ("haan", "name"),
    ("nahi", "name"),
    ("kya hai", "name"),
    ("bhej do", "name"),
    ("pehle ye batao kab tak aayega", "name"),
]
NUMBERS = [
    ("9816012345", "9816012345"),
    ("98160-12345", "9816012345"),
    ("98160 12345", "9816012345"),
    ("98160 - 12345", "9816012345"),
    ("98160.12345", "9816012345"),
    ("981 601 2345", "9816012345"),
    ("98 16 01 23 45", "9816012345"),
    ("+91 98160 12345", "9816012345"),
    ("+91-98160-12345", "9816012345"),
    ("(+91) 98160 12345", "9816012345"),
    ("0091 9816012345", "9816012345"),
    ("91 98160 12345", "9816012345"),
    ("919816012345", "9816012345"),
    ("09816012345", "9816012345"),
    ("0 98160 12345", "9816012345"),
    ("९८१६०१२३४५", "9816012345"),
    ("९८१६० १२३४५", "9816012345"),
    ("mob no. 98160 12345 hai", "9816012345"),
    ("मो. 98160 12345", "9816012345"),
    ("call me on 9816012345 after 5", "9816012345"),
    ("+977 981-2345678", "+9779812345678"),
    ("00977 9812345678", "+9779812345678"),
    ("+1 (415) 555-2671", "+14155552671"),
    ("+44 7911 123456", "+447911123456"),
    ("+61 412 345 678", "+61412345678"),
    ("+971 50 123 4567", "+971501234567"),
    ("0177-2651234", "01772651234"),
    ("phone 01772651234", "01772651234"),
    ("+91 177 2651234", "01772651234"),
]
NO_NUMBER = [
    "5123456789",
    "981601234",
    "98160123456",
    "177033",
    "800034 9816",
    "1234567890123",
    "2 3 4 5 6 7",
    "500-500",
]
PARCELS = [
    ("EK123456789IN", "EK123456789IN"),
    ("ek 123456789 in", "EK123456789IN"),
    ("speed post EK 123 456 789 IN", "EK123456789IN"),
    ("tracking no D12345678", "D12345678"),
    ("tracking number is D12345678", "D12345678"),
    ("AWB: 12345678901", "12345678901"),
    ("docket no 987654321", "987654321"),
    ("बिल्टी नंबर 45678912", "45678912"),
    ("ट्रैकिंग नंबर D12345678 है", "D12345678"),
    ("dtdc se bheja D12345678", "D12345678"),
    ("delhivery 1234567890123", "1234567890123"),
    ("ekart FMPC0123456789", "FMPC0123456789"),
    ("blue dart 12345678901 se bhej diya", "12345678901"),
    ("bus HP 67A 1234 me rakh diya", "HP67A1234"),
    ("बस HP67 1234 से भेजा", "HP671234"),
]
NO_PARCEL = ["9816012345", "HP 67A 1234", "dtdc se bhej diya", "courier 9816012345", "2 bus 1234", "1234567890123"]


@pytest.mark.parametrize(("text", "name"), TOLD)
def test_a_name_that_is_told(text: str, name: str) -> None:
    assert name_in(text) == name
    assert name_in(text, "name") == name


@pytest.mark.parametrize(("text", "name"), ASKED)
def test_a_name_that_was_asked_for(text: str, name: str) -> None:
    assert name_in(text, "name") == name


@pytest.mark.parametrize(("text", "awaiting"), NOBODY)
def test_no_name(text: str, awaiting: str | None) -> None:
    assert name_in(text, awaiting) is None


@pytest.mark.parametrize(("text", "number"), NUMBERS)
def test_a_phone_number_and_nothing_else(text: str, number: str) -> None:
    assert [(code.kind, code.value) for code in codes(text, PLACES)] == [("phone", number)]
    assert phones.read(number) is not None


@pytest.mark.parametrize("text", NO_NUMBER)
def test_no_phone_number(text: str) -> None:
    assert [code for code in codes(text, PLACES) if code.kind == "phone"] == []


@pytest.mark.parametrize(("text", "number"), PARCELS)
def test_a_parcels_number(text: str, number: str) -> None:
    assert [(code.kind, code.value) for code in codes(text, PLACES)] == [("tracking", number)]


@pytest.mark.parametrize("text", NO_PARCEL)
def test_no_parcels_number(text: str) -> None:
    assert [code for code in codes(text, PLACES) if code.kind == "tracking"] == []
