job-ask-class = किसे बुलाना है?
job-ask-day = { $name }: किस दिन चाहिए?
job-day = { $ahead ->
    [0] आज
    [1] कल
   *[2] { $day }
}
job-ask-place = काम कहाँ है? गाँव और पिन कोड लिखिए।
job-ask-pincode = वहाँ का पिन कोड क्या है?
job-pincode-unknown = पिन कोड { $pincode } नहीं मिला।
job-ask-name = किसका नाम बताएँ?
job-ask-phone = कारीगर किस नंबर पर फ़ोन करें?
job-card = { $name }, { $day }
    जगह: { $place }
    फ़ोन: { $phone }
    मज़दूरी कारीगर बताएँगे, काम से पहले आप तय कर लीजिए। आपका नंबर उसी को जाएगा जो हाँ कहेगा।
    पूछ लें?
job-yes = हाँ, पूछिए
job-change = बदलना है
job-no = रहने दीजिए
job-dropped = ठीक है, किसी से नहीं पूछते।
job-booked = { $number }: { $name }, { $day }। आपके पास के एक कारीगर से पूछ रहे हैं। जवाब यहीं आएगा, अक्सर घंटे भर में।
job-office-looks = { $number }: { $name }, { $day }। हमारी सूची में पास के कोई कारीगर ख़ाली नहीं हैं। दफ़्तर ढूँढकर आपको यहीं बताएगा।
job-cancel-it = रद्द करें
job-cancel = { $number } रद्द करें
job-cancelled = { $number } रद्द हो गया। कुछ नहीं देना है।
job-not-found = यह बुकिंग नहीं मिली।
job-none = आपकी कोई बुकिंग नहीं चल रही।
job-call = कारीगर बुलाएँ
job-told = { $number }: { $name }, { $day }। { $state ->
    [taken] { $who } आएँगे, { $phone }
    [asked] एक कारीगर से पूछ रहे हैं।
   *[nobody] दफ़्तर किसी को ढूँढ रहा है।
}
job-village = { $district } { $pincode }
job-come = आ जाऊँगा
job-cannot = नहीं आ पाऊँगा
job-gone = यह काम किसी और के पास है, या अब नहीं चाहिए। धन्यवाद।
job-no-thanks = ठीक है, किसी और से पूछते हैं।
job-address = { $number }, { $day }: { $name }
    { $place }
    फ़ोन { $phone }
    फ़ोन करके समय और मज़दूरी तय कर लीजिए।
job-give-up = नहीं आ पाऊँगा
job-was-done = हाँ, हो गया
job-nobody-came = कोई नहीं आया
job-thanks = अच्छा लगा। धन्यवाद!
job-missed = माफ़ कीजिए। दफ़्तर को अभी बता दिया, नंबर { $number }।
notice-job-offered = आपके लिए काम: { $name }, { $day }, { $place }। आ जाएँगे?
notice-job-taken = { $number }: { $name }, { $day } को { $who } आएँगे। फ़ोन { $phone }। समय और मज़दूरी फ़ोन पर तय कर लीजिए।
notice-job-nobody = { $number }: { $name }, { $day } के लिए पास के कोई कारीगर अभी नहीं आ पा रहे। दफ़्तर ढूँढकर आपको यहीं बताएगा।
notice-job-stopped = { $number }: { $name }, { $day } का काम अब नहीं चाहिए।
notice-job-was-it = { $number }: { $name } का काम हो गया?
notice-worker-offered = { $name } का काम करना चाहते हैं, { $place } में। फ़ोन करके तय कर दीजिए।
notice-worker-settled = { $name } के काम के लिए: { $what }
worker-word = { $yes ->
    [True] दफ़्तर ने हाँ कहा है। आपके पास का काम यहीं आएगा।
   *[False] दफ़्तर अभी आपको नहीं जोड़ पा रहा। जब चाहें यहाँ पूछ लीजिए।
}
worker-what = अच्छा है। आप क्या करते हैं?
worker-i-work = कारीगर हूँ
worker-i-farm = खेती करते हैं
worker-we-make = सामान बनाते हैं
worker-which = कौन सा काम करते हैं?
worker-ask-place = कहाँ काम करते हैं? गाँव और पिन कोड लिखिए।
worker-ask-name = आपका नाम क्या है?
worker-ask-phone = आपका फ़ोन नंबर लिखिए।
worker-noted = लिख लिया: { $name }। दफ़्तर आपको फ़ोन करेगा, फिर यहीं बताएगा। काम को हाँ कहने से पहले आपका नंबर किसी को नहीं जाएगा।
worker-rest = अभी काम नहीं
worker-work-again = काम फिर लें
worker-resting = ठीक है, आपके कहने तक काम नहीं आएगा।
worker-back = अच्छा, काम फिर आएगा।
worker-none = बदलने को कुछ नहीं है।
worker-told = { $name }: { $state ->
    [asked] दफ़्तर ने अभी तय नहीं किया
    [working] काम आपके पास आएगा
    [resting] अभी काम नहीं
   *[refused] नहीं जुड़े
}
worker-see = देखिए
worker-none-wait = अभी कोई नहीं है।
worker-list = { $count ->
    [one] { $count } कारीगर जुड़ना चाहते हैं।
   *[other] { $count } कारीगर जुड़ना चाहते हैं।
}
worker-card = { $name }: { $who }
    { $phone }, { $district } { $pincode }
    { $state ->
    [asked] फ़ोन करके तय कर दीजिए।
    [working] जुड़े हैं।
    [resting] अभी काम नहीं लेते।
   *[refused] नहीं जुड़े।
}
worker-yes = जोड़िए
worker-no = अभी नहीं
worker-written = { $name }: { $yes ->
    [True] जोड़ दिया, उन्हें बता दिया है।
   *[False] नहीं जोड़ा, उन्हें बता दिया है।
}
office-workers = कारीगर
job-farmer = किसान
job-worker = कारीगर
job-with-goods = { $name }: सामान का ऑर्डर होते ही इसके बारे में पूछेंगे।
