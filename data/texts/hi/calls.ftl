office-calls = किसे फ़ोन करें
    .short = किसे फ़ोन करें
notice-calls-morning = दफ़्तर के लिए: { $count } ऑर्डर रुके हैं, क्योंकि समूह तक संदेश नहीं पहुँच रहा। आज फ़ोन कर लीजिए।
    लंबे समय से जवाब नहीं: { $groups }।
calls-none = कोई नहीं
calls-nobody = अभी किसी को फ़ोन नहीं करना है।
calls-never = लंबे समय से जवाब नहीं: { $groups }।
calls-list = { $count } ऑर्डर के लिए फ़ोन करना है:
calls-row = { $number }
calls-hint = { $group }: { $why ->
    [failed] संदेश पहुँचता नहीं
    [shut] वॉट्सऐप संदेश जाने नहीं देता
   *[unread] संदेश पढ़ा नहीं गया
}
calls-one = { $group }, ऑर्डर { $number }: { $items }। { $by } तक चाहिए।
calls-tried = { $who }, { $rung ->
    [channel] दूसरी चैट
    [deputy] उनकी जगह
   *[first] पहला संदेश
}: { $outcome ->
    [reached] देख लिया
    [moved] अब ज़रूरत नहीं
    [failed] पहुँचा नहीं
    [shut] जाने नहीं दिया
    [unread] पढ़ा नहीं
   *[waiting] रास्ते में
}
calls-since = { $since } से रुका है।
calls-phone = { $who }: { $phone }
calls-spoke = बात हो गई
    .short = बात हो गई
calls-no-one = किसी ने नहीं उठाया
    .short = किसी ने नहीं उठाया
calls-done = लिख लिया: { $number } पर बात हो गई। जो कहा, ऑर्डर पर दर्ज कर दीजिए।
calls-stays = लिख लिया। { $number } सूची में रहेगा।
calls-gone = इस पर बात हो चुकी है।
