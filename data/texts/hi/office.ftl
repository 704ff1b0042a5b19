office-menu = दफ़्तर। क्या देखें?
office-tickets = खुले सवाल
office-waiting = रुके ऑर्डर
office-gaps = छूटी जानकारी
office-choose-button = एक चुनिए
office-only = यह केवल दफ़्तर देख सकता है।
office-no-tickets = अभी किसी जवाब का इंतज़ार नहीं है।
office-no-such-ticket = यह सवाल नहीं मिला।
office-open-tickets = { $count } सवालों को जवाब का इंतज़ार है।
office-ticket-row = { $number } { $kind }
    .short = { $number }
office-ticket = { $number }: { $kind } ({ $state ->
    [open] इंतज़ार में
    [answered] जवाब दिया
   *[closed] बंद
})
office-about-order = ऑर्डर { $number }: { $state ->
    [placed] अभी जवाब नहीं आया
    [part_offered] कुछ ही बनाने की बात पूछी है
    [accepted] बन रहा है
    [declined] नहीं बन पाएगा
    [ready] तैयार
    [dispatched] भेज दिया
    [delivered] पहुँच गया
   *[cancelled] रद्द
}
office-said = { $who ->
    [her] › { $words }
   *[us] ‹ { $words }
}
office-reply = जवाब दें
office-close = बंद करें
office-nobody-to-tell = { $number } किसी की चैट से नहीं आया: फ़ोन कर लीजिए, फिर बंद कर दीजिए।
office-write-reply = { $number }: { $words }
    जवाब लिखिए। आपका अगला संदेश वैसा ही उन्हें जाएगा।
office-answered = { $number } का जवाब भेज दिया।
office-closed = { $number } बंद कर दिया।
office-none-waiting = किसी ऑर्डर को समूह के जवाब का इंतज़ार नहीं है।
office-waiting-orders = { $count } ऑर्डर समूह के जवाब के लिए रुके हैं।
office-waiting-row = { $number }
office-waiting-hint = { $group }: { $items }
office-group-contacts = { $count ->
    [0] { $group } से अभी कोई जुड़ा नहीं है। उन्हें कोड दे दीजिए।
   *[other] { $group } से { $count } लोग जुड़े हैं, उन्हें बता दिया गया है।
}
office-gap-list = { $count } सामान की जानकारी अभी अधूरी है।
office-no-gaps = किसी सामान की जानकारी अधूरी नहीं है।
office-ask-unit = { $name }: यह कैसे बिकता है?
office-no-gaps-here = इस सामान की सारी जानकारी मिल गई।
office-gap = { $name }
    { $what ->
    [price] { $unit } का दाम कितने रुपये है? संख्या लिखिए।
    [hsn] इसका HSN कोड क्या है? अंक लिखिए।
   *[stock] { $group } में अभी कितना रखा है? संख्या लिखिए।
}
office-not-filled = यह संख्या समझ नहीं आई। बस अंक लिखिए।
office-data-wish = { $kind ->
    [stop] { $number } में लिख लिया: हमारा दफ़्तर संदेश बंद करके यहीं बताएगा। चल रहे ऑर्डर की ख़बर मिलती रहेगी।
    [delete_data] { $number } में लिख लिया: हमारा दफ़्तर आपकी जानकारी मिटाकर 30 दिन में यहीं बताएगा। क़ानून के लिए ज़रूरी बिल रहेंगे।
    [show_data] { $number } में लिख लिया: आपकी जो जानकारी हमारे पास है, दफ़्तर 30 दिन में यहीं भेजेगा।
    [correct_data] { $number } में लिख लिया: हमारा दफ़्तर सुधारकर आपको यहीं बताएगा।
   *[consent] { $number } में लिख लिया: हमारा दफ़्तर आपकी सहमति वापस लिखकर यहीं बताएगा।
}
office-handover = हमारे दफ़्तर से एक व्यक्ति यह बातचीत पढ़कर आपको यहीं लिखेंगे। इसका नंबर { $number } है।
    तब तक आप यहाँ और काम कर सकते हैं।
office-rating = धन्यवाद, { $number } में लिख लिया। बनाने वाले समूह तक यह बात पहुँचेगी।
office-gift = ज़रूर। ऑर्डर में नाम और पता उन्हीं का दीजिए जिन्हें भेजना है।
    आपकी बात { $number } में लिख ली है; जो हो सकेगा, दफ़्तर यहीं बताएगा।
