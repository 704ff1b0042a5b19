"""Spoken messages of every kind, for the golden renderings of both channels."""

from actions.messages import (
    AskLocation,
    Buttons,
    Card,
    Charge,
    Document,
    Menu,
    Notice,
    Option,
    Paid,
    Pay,
    Picture,
    Spoken,
    Text,
)

ADD = Option("v1:add:KS-01:1", "टोकरी में डालें")
STORY = Option("v1:story:KS-01", "कहानी")
CARD = Card(
    "kullu-shawl.png",
    "कुल्लू शॉल (नमूना मूल्य)\n₹1,250 · कंडा कार्यशाला\n7 तैयार हैं",
    (ADD, STORY, Option("v1:menu", "मेनू")),
    about="KS-01",
)
SHAWLS = tuple(Option(f"v1:product:KS-{n:02}", f"कुल्लू शॉल, नमूना {n}", hint=f"₹{n},250 · कंडा") for n in range(1, 12))
PAY = Pay(
    "ऑर्डर HT-1001 पक्का है: 2 कुल्लू शॉल\nमंगलवार, 24 नवंबर तक HIMKARA को ₹1,940 दे दीजिए।",
    "₹1,940 दीजिए",
    "https://haat.in/pay/Jx3kP9",
    "upi://pay?pa=himkara@sbi&pn=HIMKARA&am=1940.00&cu=INR&tr=HT1001P7R1&tn=Order%20HT-1001",
    "HT1001P7R1",
    (Charge("2 कुल्लू शॉल (मैरून)", 190000), Charge("भेजने का ख़र्च", 4000)),
    1_795_804_199,
    "HT-1001 का समय पूरा हो गया",
)

SAMPLES: dict[str, Spoken] = {
    "text": Text("नमस्ते! क्या चाहिए?"),
    "text_that_pretends": Text("Name: *Haat* _office_ ~x~ `y`\n> https://haat.in/q/a_b_c\na_b 2*3 \u202egpj"),
    "buttons": Buttons("2 कुल्लू शॉल, ठीक है?", (Option("v1:yes", "हाँ"), Option("v1:no", "नहीं"))),
    "buttons_short": Buttons(
        "Shall I?", (Option("v1:yes", "Yes, put both of them into my cart", "Yes"), Option("v1:no", "No"))
    ),
    "buttons_long": Buttons(
        "कैसे भुगतान करेंगे?",
        (Option("v1:pay:cod", "सामान मिलने पर घर पर नकद भुगतान"), Option("v1:pay:upi", "अभी यूपीआई से भुगतान")),
    ),
    "buttons_many": Buttons("Which one?", tuple(Option(f"v1:pick:{n}", f"Stole {n}") for n in range(1, 5))),
    "buttons_alike": Buttons("Which one?", (Option("v1:pick:1", "Stole"), Option("v1:pick:2", "Stole"))),
    "menu": Menu(
        "क्या देखेंगे?",
        "सामान देखें",
        (
            Option("v1:category:shawl", "शॉल और स्टोल", hint="7 चीज़ें"),
            Option("v1:category:wood", "लकड़ी का सामान: कुर्सी, मेज़, अलमारी", "लकड़ी का सामान", "12 चीज़ें"),
            Option("v1:category:food", "अचार, मुरब्बा, क्षत्रिय हिन्दी मिष्ठान्न भण्डार"),
        ),
    ),
    "menu_of_eleven": Menu("शॉल", "चुनिए", SHAWLS),
    "card": CARD,
    "card_without_picture": Card(None, "Lemon pickle\n₹240", (Option("v1:add:LP:1", "Add"),)),
    "card_without_options": Card("kullu-shawl.png", "कुल्लू शॉल"),
    "card_too_wordy": Card("kullu-shawl.png", "ऊन। " * 300, (ADD,)),
    "card_long_label": Card("kullu-shawl.png", "Shawl", (Option("v1:add:KS-01:1", "Put one of these in my cart"),)),
    "picture": Picture("qr.png", "इसे दुकान पर लगाइए"),
    "document": Document("slip.pdf", "HT-4827.pdf", "पर्ची"),
    "ask_location": AskLocation("सामान कहाँ भेजें?"),
    "notice": Notice(
        "order_new",
        ("HT-4827", "3 कुल्लू शॉल\n(2 मैरून, 1 स्लेटी)", ""),
        Buttons(
            "नया ऑर्डर HT-4827: 3 कुल्लू शॉल",
            (Option("v1:accept:17", "बना देंगे"), Option("v1:part:17", "कुछ ही"), Option("v1:reject:17", "नहीं हो पाएगा")),
        ),
    ),
    "notice_plain": Notice("order_sent", ("HT-4827",), Text("HT-4827 भेज दिया गया।")),
    "pay": PAY,
    "pay_notice": Notice("pay_request", ("HT-1001", "2 कुल्लू शॉल", "₹1,940", "मंगलवार", PAY.page), PAY),
    "paid": Paid("ऑर्डर HT-1001 के ₹1,940 पहुँच गए।", "HT1001P7R1", "processing", 1_795_700_000),
    "empty": Text(" \u200b\n"),
    "empty_question": Buttons("", (Option("v1:yes", ""), Option("v1:no", "No"))),
}
