office-calls = Kise phone karein
    .short = Kise phone karein
notice-calls-morning = Daftar ke liye: { $count } order ruke hain, kyonki samuh tak message nahi pahunch raha. Aaj phone kar lijiye.
    Lambe samay se jawab nahi: { $groups }.
calls-none = koi nahi
calls-nobody = Abhi kisi ko phone nahi karna hai.
calls-never = Lambe samay se jawab nahi: { $groups }.
calls-list = { $count } order ke liye phone karna hai:
calls-row = { $number }
calls-hint = { $group }: { $why ->
    [failed] message pahunchta nahi
    [shut] WhatsApp message jane nahi deta
   *[unread] message padha nahi gaya
}
calls-one = { $group }, order { $number }: { $items }. { $by } tak chahiye.
calls-tried = { $who }, { $rung ->
    [channel] dusri chat
    [deputy] unki jagah
   *[first] pehla message
}: { $outcome ->
    [reached] dekh liya
    [moved] ab zarurat nahi
    [failed] pahuncha nahi
    [shut] jane nahi diya
    [unread] padha nahi
   *[waiting] raste mein
}
calls-since = { $since } se ruka hai.
calls-phone = { $who }: { $phone }
calls-spoke = Baat ho gayi
    .short = Baat ho gayi
calls-no-one = Kisi ne nahi uthaya
    .short = Kisi ne nahi uthaya
calls-done = Likh liya: { $number } par baat ho gayi. Jo kaha, order par darj kar dijiye.
calls-stays = Likh liya. { $number } list mein rahega.
calls-gone = Is par baat ho chuki hai.
