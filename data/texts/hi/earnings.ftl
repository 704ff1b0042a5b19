# समूह की कमाई, और दफ़्तर के बताए हिस्से।
share-to = { $to ->
    [wages] मज़दूरी
    [victims] पीड़ितों के परिवार
    [staff] कर्मचारी
    [society] समिति
    [materials] कच्चा माल
    [members] सदस्य
    [member] सदस्य { $number }
   *[group] समूह
}
share-percent = { $who }: { $percent } %

earnings-head = { $group }, { $this ->
    [yes] इस महीने
   *[no] { $month } { $year }
}
month-name = { $number ->
    [1] जनवरी
    [2] फ़रवरी
    [3] मार्च
    [4] अप्रैल
    [5] मई
    [6] जून
    [7] जुलाई
    [8] अगस्त
    [9] सितंबर
    [10] अक्टूबर
    [11] नवंबर
   *[12] दिसंबर
}
earnings-sum = { $head }: { $amount }, { $count ->
    [one] { $count } पार्सल भेजा
   *[other] { $count } पार्सल भेजे
} (टैक्स के बिना)।
earnings-none = { $head }: अभी कुछ नहीं भेजा गया।
earnings-back = { $count ->
    [one] { $count } पार्सल वापस आया, उसका दाम घटा दिया है।
   *[other] { $count } पार्सल वापस आए, उनका दाम घटा दिया है।
}
earnings-share = { $who }: { $amount }
earnings-unshared = { $amount } कैसे बँटेंगे, यह दफ़्तर ने अभी नहीं बताया।
earnings-due = अभी मिलने हैं: { $amount }
earnings-not-yours = समूह की कमाई उसके अधिकारी या मुखिया को दिखती है।
earnings-before = पिछला महीना
earnings-now = इस महीने

office-splits = हिस्से
office-split-list = किसकी कमाई के हिस्से देखें?
office-split-hint = { $count ->
    [0] अभी तय नहीं
    [one] एक ही को
   *[other] { $count } हिस्से
}
office-split = { $group }: { $count ->
    [0] कमाई कैसे बँटेगी, अभी तय नहीं है।
   *[other] टैक्स और भेजने का ख़र्च निकालकर ऐसे बँटती है:
}
office-split-waits = अभी बँटने हैं: { $amount }
office-split-change = बदलिए
office-split-ask = { $group }: किसे कितने प्रतिशत? ऐसे लिखिए: मज़दूरी 50, पीड़ितों के परिवार 20, समिति 30। कुल 100।
office-split-odd = यह समझ नहीं आया, या कुल 100 नहीं बनता।
office-split-paper = यह किस आदेश या प्रस्ताव में लिखा है? उसका नंबर और तारीख़ लिखिए।
office-split-sure = { $group }, “{ $paper }” के अनुसार:
office-split-from-when = किस दिन से? दबाते ही आपके नाम से लागू हो जाएगा।
office-split-from = { $since ->
    [today] आज से, { $day }
    [month] इस महीने से
   *[year] अप्रैल से
}
    .short = { $since ->
    [today] आज से
    [month] इस महीने से
   *[year] अप्रैल से
}
office-split-done = { $day } से लागू है। { $count ->
    [0] बाँटने को कुछ रुका नहीं था।
    [one] एक रुके पार्सल का पैसा बँट गया।
   *[other] { $count } रुके पार्सलों का पैसा बँट गया।
}
