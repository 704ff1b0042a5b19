office-menu = दफ़्तर। क्या दिखाएँ?
office-tickets = बाक़ी सवाल
office-waiting = रुके ऑर्डर
office-gaps = छूटी जानकारी
office-choose-button = एक चुनिए
office-only = यह सिर्फ़ दफ़्तर के लिए है।
office-no-tickets = अभी किसी सवाल का जवाब बाक़ी नहीं है।
office-no-such-ticket = यह सवाल नहीं मिला।
office-open-tickets = { $count ->
    [one] { $count } सवाल का जवाब देना है।
   *[other] { $count } सवालों के जवाब देने हैं।
}
office-ticket-row = { $number } { $kind }
    .short = { $number }
office-ticket = { $number }: { $kind } ({ $state ->
    [open] इंतज़ार में
    [answered] जवाब दिया
   *[closed] बंद
})
office-about-order = ऑर्डर { $number }: { $state ->
    [placed] अभी जवाब नहीं आया
    [part_offered] कम बनाने की बात पूछी है
    [accepted] बन रहा है
    [declined] नहीं बन पाएगा
    [ready] तैयार
    [dispatched] भेज दिया
    [delivered] पहुँच गया
    [expired] समय पर जवाब नहीं आया
    [return_asked] लौटाने की बात
    [return_agreed] लौट रहा है
    [returned] लौट आया
   *[cancelled] रद्द
}
office-said = { $who ->
    [her] › { $words }
   *[us] ‹ { $words }
}
office-reply = जवाब दें
office-close = बंद करें
office-nobody-to-tell = { $number } चैट से नहीं आया: फ़ोन कर लीजिए, फिर बंद कर दीजिए।
office-write-reply = { $number }: { $words }
    जवाब लिखिए। आपका अगला संदेश वैसा ही उन्हें जाएगा।
office-gives-away = यह नहीं भेजा: इसमें जेल के किसी व्यक्ति की, या किसी के साथ हुई घटना की बात है। उसके बिना लिख दीजिए।
office-answered = { $number } का जवाब भेज दिया।
office-closed = { $number } बंद कर दिया।
office-none-waiting = किसी ऑर्डर को समूह के जवाब का इंतज़ार नहीं है।
office-waiting-orders = { $count ->
    [one] { $count } ऑर्डर समूह के जवाब के लिए रुका है।
   *[other] { $count } ऑर्डर समूह के जवाब के लिए रुके हैं।
}
office-waiting-row = { $number }
office-waiting-hint = { $group }: { $items }
office-group-contacts = { $count ->
    [0] { $group } से अभी कोई जुड़ा नहीं है। उन्हें कोड दे दीजिए।
    [one] { $group } से एक साथी जुड़े हैं, उन्हें बता दिया है।
   *[other] { $group } से { $count } साथी जुड़े हैं, सबको बता दिया है।
}
office-gap-list = { $count ->
    [one] { $count } चीज़ की जानकारी अभी अधूरी है।
   *[other] { $count } चीज़ों की जानकारी अभी अधूरी है।
}
office-no-gaps = किसी चीज़ की जानकारी अधूरी नहीं है।
office-ask-unit = { $name }: यह कैसे बिकता है?
office-no-gaps-here = इस चीज़ की सारी जानकारी मिल गई।
office-gap = { $name }
    { $what ->
    [price] { $unit } का दाम कितने रुपये है? अंकों में लिखिए।
    [hsn] इसका HSN कोड क्या है? अंकों में लिखिए।
   *[stock] { $group } में अभी कितना रखा है? गिनती लिखिए।
}
office-not-filled = यह गिनती समझ नहीं आई। बस अंक लिखिए।
office-handover = दफ़्तर के एक साथी यह बातचीत पढ़कर आपको यहीं लिखेंगे। इसका नंबर { $number } है।
    तब तक यहाँ बाक़ी सब चलता रहेगा।
office-rating = धन्यवाद, लिख लिया, नंबर { $number }। यह बात बनाने वालों तक पहुँचेगी।
office-gift = ज़रूर। ऑर्डर में नाम और पता उन्हीं का दीजिए जिन्हें भेजना है।
    आपकी बात लिख ली है, नंबर { $number }; जो हो सकेगा, दफ़्तर यहीं बताएगा।
office-see-order = ऑर्डर देखें
office-orders = सब खुले ऑर्डर
office-no-orders = अभी कोई ऑर्डर खुला नहीं है।
office-no-such-order = यह ऑर्डर नहीं मिला।
office-all-orders = { $count ->
    [one] { $count } ऑर्डर खुला है।
   *[other] { $count } ऑर्डर खुले हैं।
}
office-act = { $move ->
    [accept] समूह बना देगा
    [decline] समूह नहीं बनाएगा
    [take_part] ग्राहक को मंज़ूर
    [refuse_part] ग्राहक को नहीं
    [mark_ready] तैयार है
    [dispatch] भेज दिया
    [deliver] पहुँच गया
    [withdraw] वापस लें
    [refuse] कहीं नहीं बनेगा
    [come_back] पार्सल लौट आया
    [ask_return] ग्राहक लौटाएँगे
    [agree_return] वापसी मंज़ूर
    [close_return] वापसी बंद
    [receive_return] वापस पहुँचा
   *[cancel] रद्द करें
}
office-act-sure = ऑर्डर { $number }: { $move ->
    [decline] समूह नहीं बना पाएगा। ग्राहक को तुरंत ख़बर जाएगी।
   *[cancel] यहीं ख़त्म होगा। ग्राहक और समूह को तुरंत ख़बर जाएगी।
}
    ऐसा ही लिख दें?
office-act-done = ऑर्डर { $number }: { $move ->
    [accept] समूह बनाएगा
    [decline] नहीं बन पाएगा
    [take_part] ग्राहक कम लेने को मान गए
    [mark_ready] तैयार
    [dispatch] भेज दिया
    [deliver] पहुँच गया
    [reroute] दूसरी जगह पूछ लिया
    [offer_other] ग्राहक से दूसरी जगह की बात पूछी
    [refuse] कहीं नहीं बनेगा
    [come_back] लौट आया
    [ask_return] वापसी लिख ली
    [agree_return] वापसी मंज़ूर
    [close_return] वापसी बंद
    [receive_return] वापस पहुँचा
   *[cancel] रद्द
}। ग्राहक और समूह को बता दिया है।
office-give = { $group } से पूछिए
office-could-make = { $words }। यहाँ भी बन सकता है: { $groups }
office-nobody-else = { $words }। अभी और कहीं नहीं है।
notice-misheard-week = इस हफ़्ते { $times } संदेश समझ नहीं आए, ज़्यादातर ये: { $words }। सब यहाँ दिखेंगे: ./haat learn list
