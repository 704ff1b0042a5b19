# दुकान का सामान, हर चीज़ का कार्ड, और दुकान के बारे में सवाल।

browse-menu = हिमाचल और बिहार की जेल कार्यशालाओं और महिला समूहों का सामान। क्या दिखाएँ?
browse-all = क्या दिखाएँ?
browse-choose = चुनिए
browse-help = ऑर्डर और मदद
browse-shelf = { $name }: इनमें से चुनिए।
browse-found = ये चीज़ें मिलीं। कौन सी चाहिए?
browse-kinds = { $name } इनमें मिलता है: { $kinds }।
browse-cheaper = { $name } से कम दाम में:
browse-cheapest = इस तरह के सामान में { $name } का दाम सबसे कम है।
browse-not-at-this-price = इस दाम में अभी कुछ नहीं है। इसके आस-पास ये चीज़ें हैं:
browse-which = किस चीज़ के बारे में?
browse-whose = वहाँ कई समूह सामान बनाते हैं। किसका दिखाऊँ?
browse-nothing-like-it = यह यहाँ नहीं मिला। शायद इनमें से कुछ पसंद आए?
browse-shop-empty = अभी यहाँ सामान नहीं लगा है। दफ़्तर जल्दी लगाएगा।
browse-enquired = { $name } के बारे में दफ़्तर से पूछ लिया है ({ $ticket })। जवाब यहीं आएगा, आम तौर पर दो कामकाजी दिन में।

card-name = { $name } · { $other }
card-terms = { $price } · { $ready }
card-maker = { $group } · { $place }
card-not-theirs = { $group } में { $name } नहीं बनता। यहाँ बनता है:
card-per = { $unit ->
    [piece] प्रति नग
    [pair] प्रति जोड़ी
    [kg] प्रति किलो
    [gram] प्रति ग्राम
    [litre] प्रति लीटर
    [packet] प्रति पैकेट
    [box] प्रति डिब्बा
    [bottle] प्रति बोतल
    [jar] प्रति जार
    [metre] प्रति मीटर
    [set] प्रति सेट
    [pound] प्रति पाउंड
    [dozen] प्रति दर्जन
   *[other] प्रति नग
}
card-mark = { $mark ->
    [sample] { " " }(नमूना मूल्य)
    [old] { " " }(पुराना दाम, पक्का करना है)
   *[sure] { "" }
}
card-price = { $price } { card-per }{ card-mark }
card-price-unknown = दाम दफ़्तर बताएगा
card-price-service = दाम बात करके
card-in-stock = { $qty } तैयार
card-made = ऑर्डर पर बनता है, { $day } तक
card-off-season = { $season } के दिनों में मिलता है
card-sold-out = अभी ख़त्म है
card-booked = बुलाने पर आते हैं
card-uncounted = कब मिलेगा, दफ़्तर बताएगा
card-row = { $price }, { $group }
card-price-of = { $name }: { $price }
card-ready-of = { $name }: { $ready }
card-sum = { $qty }: { $sum }
card-about-maker = बनाने वाले: { $group } · { $scheme }
card-add = टोकरी में डालें
card-have-made = बनवाइए
card-enquire = इसके लिए पूछें
card-book = इस काम के लिए बुलाइए
    .short = काम के लिए बुलाइए
card-more-like-this = ऐसे और दिखाइए

about-welcome = नमस्ते! यह हाट है: हिमाचल और बिहार की जेल कार्यशालाओं और महिला समूहों की दुकान।
    बटन दबाइए, या जो चाहिए वह लिखिए।
about-hello = नमस्ते! क्या दिखाएँ?
about-todays-orders = आज के ऑर्डर
about-help = किस बात में मदद करूँ?
about-row-producers = कौन बनाता है
about-row-money = पैसा कहाँ जाता है
about-row-fair = मेले और स्टॉल
about-row-delivery = डिलीवरी
about-producers = यह सब जेल कार्यशालाएँ, महिलाओं के स्वयं सहायता समूह और कारीगर बनाते हैं। किसके बारे में बताएँ?
about-no-person = बनाने वाले किसी व्यक्ति का नाम या पहचान नहीं बताई जाती। कौन सी कार्यशाला बनाती है, यह बता सकते हैं।
about-money = कार्यशाला का पैसा मज़दूरी और काम चलाने में लगता है; मुक्ति में एक भाग पीड़ित परिवारों को भी जाता है।
    समूह का पैसा उसकी महिलाओं को मिलता है। किसे ठीक कितना, यह कहीं छपा नहीं है।
about-fair = मेले गेयटी थिएटर, शिमला में लगते रहे हैं। अगले मेले की तारीख़ अभी पता नहीं है।
    तब तक सब कुछ यहीं से मँगवाइए।
about-thanks = आपका भी धन्यवाद। जब कुछ चाहिए हो, लिख दीजिए।
about-bye = नमस्ते। आपकी टोकरी रखी रहेगी।

language-change = भाषा बदलें
language-which = किस भाषा में बात करें?
language-now = ठीक है, अब हिंदी में।
language-now-go-on = ठीक है, अब हिंदी में। पिछले सवाल का जवाब दीजिए।
