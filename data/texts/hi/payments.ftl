# बिना पूछे बताई जाने वाली बातें। हर notice-<name> की जोड़ी data/templates/<name>.yml में है।
notice-pay-request = ऑर्डर { $number } पक्का है: { $items }
    { $by } तक { $payee } को { $amount } दे दीजिए। पैसे पहुँचते ही यहीं लिखूँगा।
notice-pay-reminder = ऑर्डर { $number } के { $amount } अभी नहीं पहुँचे।
    { $by } तक { $payee } को दे दीजिए, फिर सामान पैक होगा। दे चुके हों तो 12 अंकों का नंबर (UTR) यहाँ लिखिए।
notice-payment-received = ऑर्डर { $number } के { $amount } पहुँच गए। धन्यवाद।
    सामान भेजते ही यहीं लिखूँगा।
notice-payment-expired = ऑर्डर { $number } के { $amount } समय पर नहीं पहुँचे, इसलिए ऑर्डर रद्द हो गया। अब पैसे न दीजिए।
    अगर दे चुके हैं तो यहीं लिखिए, पैसे लौट आएँगे।
notice-payment-late = ऑर्डर { $number } के { $amount } ऑर्डर ख़त्म होने के बाद पहुँचे।
    दफ़्तर पैसे लौटा रहा है; भेजते ही यहीं लिखूँगा।
notice-refund-asked = ऑर्डर { $number } के { $amount } आपको वापस मिलेंगे।
    दफ़्तर भेजेगा; भेजते ही यहीं लिखूँगा।
notice-refund-sent = ऑर्डर { $number } के { $amount } आपको वापस भेज दिए हैं, नंबर { $reference }।
    बैंक को सात कामकाजी दिन तक लग सकते हैं।
notice-refund-done = ऑर्डर { $number } के { $amount } आपके पास लौट आए हैं, नंबर { $reference }।
    न दिखें तो यहीं लिखिए।
notice-cod-confirm = ऑर्डर { $number }: { $items }
    सामान मिलने पर { $amount } देने होंगे। पैक करवा दें?
notice-cod-lapsed = आपका जवाब नहीं आया, इसलिए ऑर्डर { $number } रद्द हो गया: { $items }
    कुछ नहीं देना है। जब चाहें फिर से ऑर्डर कर सकते हैं।
notice-order-secured = ऑर्डर { $number }: { $how }। अब पैक कर दीजिए: { $items }
notice-secured-how = { $how ->
    [paid] पैसे आ गए
   *[cod] ग्राहक ने हाँ कह दी, पैसे सामान मिलने पर देंगे
}
notice-money-morning = पैसों के रुके काम: भुगतान { $payments }, वापसी { $refunds }।
    आज एक बार देख लीजिए।
notice-payee-proposed = { $seller } के पैसे { $vpa } ({ $name }) पर भेजने की बात है।
    यह तभी चलेगा जब दफ़्तर का कोई दूसरा व्यक्ति देखकर पक्का कर दे।
notice-wait = { $address }। { $why ->
    [upi] अभी पैक न कीजिए, पैसे आते ही लिखूँगा
   *[cod] अभी पैक न कीजिए, ग्राहक की हाँ आते ही लिखूँगा
}

pay-button = { $amount } दीजिए
pay-over = { $number } का समय पूरा हो गया
pay-delivery = भेजने का ख़र्च
pay-open = पैसे कैसे दें
pay-claim-noted = धन्यवाद, ऑर्डर { $number } में लिख लिया। दफ़्तर बैंक में देखेगा और ख़बर यहीं मिलेगी।
    दोबारा पैसे न दीजिए।
pay-claim-number = ऑर्डर { $number } में लिख लिया; दफ़्तर बैंक में देखेगा।
    हो सके तो भुगतान का 12 अंकों का नंबर (UTR) यहाँ लिखिए। दोबारा पैसे न दीजिए।
pay-nothing-due = अभी कुछ नहीं देना है।
cod-yes = हाँ, पैक कीजिए
cod-confirmed = ठीक है। ऑर्डर { $number } पैक होगा। सामान आए तो { $total } तैयार रखिए।
cod-not-here = { $why ->
    [amount] यह ऑर्डर घर पर नकद के लिए बड़ा है। इसके पैसे UPI से दीजिए।
    [open] आपके और ऑर्डर रास्ते में हैं जिनके पैसे घर पर देने हैं। इसके पैसे UPI से दीजिए।
   *[other] इस ऑर्डर के पैसे घर पर नहीं दिए जा सकते। UPI से दीजिए।
}

office-money = पैसे
office-money-row = { $number } { $why ->
    [claimed] कहते हैं दिया
    [due] पैसे बाक़ी
    [expired] समय पूरा
    [cash] नकद लिखना है
   *[late] देर से आए
}
office-refund-row = { $number } { $state ->
    [sent] वापसी भेजी
    [failed] वापसी रुकी
   *[requested] वापसी बाक़ी
}
office-no-money = पैसों का कोई काम रुका नहीं है।
office-money-list = { $count ->
    [one] पैसों का { $count } काम रुका है।
   *[other] पैसों के { $count } काम रुके हैं।
}
office-no-such-payment = यह नहीं मिला।
office-payment = ऑर्डर { $number }: { $amount }, { $method ->
    [cod] सामान मिलने पर नकद
    [upi] UPI से
   *[other] ऑनलाइन
}, { $state ->
    [due] अभी नहीं मिले
    [paid] मिल गए
    [expired] समय पूरा, नहीं मिले
   *[cancelled] कुछ बाक़ी नहीं
}
office-payment-seller = बेचने वाले: { $seller }
office-payment-utr = बैंक का नंबर: { $utr }
office-payment-reference = हमारा नंबर: { $reference }
office-arrived = पैसे आ गए
office-arrived-yes = हाँ, आ गए
office-arrived-sure = क्या ऑर्डर { $number } के ठीक { $amount } खाते में आ गए हैं? यह आपके नाम से लिखा जाएगा।
office-arrived-done = ऑर्डर { $number }: { $how ->
    [paid] पैसे मिले, लिख लिया। ग्राहक को बता दिया।
    [late] लिख लिया, पर ऑर्डर ख़त्म हो चुका था: पैसे लौटाने हैं। ग्राहक को बता दिया।
    [known] पैसे पहले ही लिखे जा चुके हैं।
   *[other] रक़म मेल नहीं खाती। सवाल खोल दिया है।
}
office-refund = ऑर्डर { $number } की वापसी: { $amount }, { $state ->
    [requested] भेजनी है
    [sent] भेज दी
    [failed] बैंक से लौट आई
   *[done] पूरी हुई
}, { $since } से
office-refund-to = किसको: { $name }
refund-sent = मैंने भेज दिए
refund-done = पहुँच गए
refund-failed = लौट आए
office-ask-reference = ऑर्डर { $number } के { $amount } वापस: बैंक ने कौन सा नंबर दिया? यहाँ लिखिए।
office-refund-noted = ऑर्डर { $number } की वापसी: { $state ->
    [sent] भेज दी, लिख लिया। ग्राहक को बता दिया।
    [done] पूरी हुई। ग्राहक को बता दिया।
   *[failed] लिख लिया; फिर से भेजनी है।
}
office-payees = पैसे किसे
office-no-sellers = अभी कोई बेचने वाला दर्ज नहीं है।
office-payee-list = किसके पैसे कहाँ जाते हैं?
office-payee-hint = { $state ->
    [confirmed] { $vpa }
    [proposed] { $vpa }, दूसरे व्यक्ति की हाँ बाक़ी
   *[none] अभी कहीं नहीं { $vpa }
}
office-ask-vpa = { $seller }: UPI पता क्या है? लिखिए, जैसे shop@bank
office-vpa-odd = यह UPI पता नहीं लगता। ऐसा होता है: shop@bank
office-ask-payee-name = { $vpa } पर बैंक कौन सा नाम दिखाता है? वैसा ही लिखिए।
office-payee-waits = { $vpa } ({ $name }) लिख लिया। दफ़्तर का कोई दूसरा व्यक्ति पक्का करेगा; तब तक वहाँ कुछ नहीं जाएगा।
office-payee = { $seller }: { $vpa }, बैंक { $name } दिखाता है। क्या आपने UPI ऐप में देख लिया?
office-payee-yes = देखा, सही है
office-payee-same = यह आपने ही लिखा था। दफ़्तर के किसी दूसरे व्यक्ति को पक्का करना होगा।
office-payee-done = अब से पैसे { $vpa } पर जाएँगे।
office-payee-gone = यह तय हो चुका है।
office-see-payee = देखिए

pay-page-head = ऑर्डर { $number }
pay-page-to = { $payee } को
pay-page-by = { $by } तक दीजिए
pay-page-open = UPI ऐप खोलिए
pay-page-scan = या दूसरे फ़ोन से स्कैन कीजिए
pay-page-copy = या इस UPI पते पर भेजिए
pay-page-copy-button = कॉपी
pay-page-online = कार्ड या बैंक से दीजिए
pay-page-next = पैसे पहुँचते ही चैट में लिखूँगा। दुकान से कोई आपका UPI पिन कभी नहीं पूछता।
pay-page-claimed = आपने बताया कि पैसे दे दिए हैं। बैंक में देख रहे हैं; दोबारा न दीजिए।
pay-page-paid = पैसे मिल गए। धन्यवाद।
pay-page-expired = समय पूरा हो गया और ऑर्डर रद्द है। अब पैसे न दीजिए; चैट में लिखिए।
pay-page-cancelled = कुछ नहीं देना है।
pay-page-not-yet = अभी कुछ नहीं देना है। ऑर्डर पक्का होते ही चैट में लिखूँगा।
pay-page-unknown = यह पन्ना नहीं मिला। चैट वाला लिंक फिर से खोलिए।
pay-page-away = यह रास्ता अभी बंद है। UPI से दीजिए, या कुछ मिनट बाद फिर देखिए।
