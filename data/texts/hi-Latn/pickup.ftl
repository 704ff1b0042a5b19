# Saman jo grahak khud le jaate hain, aur uska code.
pickup-fetch = Khud le jayenge
pickup-send-home = Ghar bhej dijiye
pickup-cash = Lete samay nakad
pickup-new-code = Naya code
pickup-lies-there = Dukan par rakh diya
pickup-hand = Grahak ko dena hai

pickup-ask-where = Kahan se lenge?
pickup-ask-name = Kiske naam par lenge? Naam likh dijiye.
pickup-ask-phone = Baat karni ho to kis number par karein?
pickup-chosen = Theek hai, { $place } se le lijiye. Bhejne ka koi kharch nahi.
pickup-nowhere = Yeh saman abhi hamari kisi dukan se nahi mil payega.
pickup-not-there = { $name } us dukan par nahi mil payega.
pickup-where = Order yahan kijiye, phir yahan se le lijiye:
pickup-way-out = { $more ->
    [0] Chahein to khud le jaiye: { $place }.
   *[other] Chahein to khud le jaiye: { $place } ya doosri dukan se.
}
pickup-way-out-write = Iske liye likhiye: "dukan se le lenge".
pickup-place = { $name }, { $door }
pickup-place-open = { $place } ({ $hours })
pickup-hours = { $closed ->
    [never] { $opens } se { $closes }
    [sunday] { $opens } se { $closes }, ravivar band
    [monday] { $opens } se { $closes }, somvar band
    [tuesday] { $opens } se { $closes }, mangalvar band
    [wednesday] { $opens } se { $closes }, budhvar band
    [thursday] { $opens } se { $closes }, guruvar band
    [friday] { $opens } se { $closes }, shukravar band
   *[saturday] { $opens } se { $closes }, shanivar band
}
pickup-at = { $name } khud le jayenge: { $place }. Bhejne ka koi kharch nahi.
pickup-from = { $mark ->
    [sample] Wahan { $first } tak pahunch jayega (namoona)
   *[sure] Wahan { $first } tak pahunch jayega
}
pickup-when-ready = Wahan pahunchte hi aapko yahin khabar milegi.
pickup-state-ready = Aapke liye rakha hai: { $place }. Wahan apna code bataiye.
pickup-show-it = Yeh code dukan par bataiye, wahin saman milega.
pickup-no-code = Abhi aapka koi order dukan par nahi rakha hai.

pickup-bring = grahak khud le jayenge, yahan pahunchana hai: { $place }
pickup-not-sent = Order { $number }: { $place }. Pahunch jaye to yahan dabaiye.
pickup-ask-code = Order { $number }: grahak se chhah akshar ka code poochkar yahan likhiye.
pickup-row = { $number } · rakha hai
pickup-waiting = Grahakon ke liye rakha hai: { $count }
pickup-none-waits = Abhi kisi grahak ka saman nahi rakha hai.
pickup-handed = Sahi code hai. Order { $number } de dijiye: { $items }.
pickup-take-cash = { $amount } nakad le lijiye.
pickup-code-wrong = { $why ->
    [too-many] Kai code nahi chale. Ek ghante baad likhiye, ya daftar se poochhiye.
    [done] Yeh order diya ja chuka hai, ya ab dena nahi hai.
    [unpaid] Is order ke paise abhi nahi aaye hain, isliye abhi na dijiye. Grahak ke paas paise dene ka link hai.
   *[not-valid] Yeh code yahan ke kisi order ka nahi hai. Grahak ke saath phir se dekh lijiye.
}

arriving-late = { $date } tak aana tha, der ho gayi hai. Madad chahiye to neeche dabaiye.
arriving-late-made = { $date } tak taiyar hona tha, der ho gayi hai.

notice-pickup-accepted = { $group } ne aapka order { $number } le liya: { $items }
    { $by } tak taiyar hoga. { $place } se lena hai; wahan pahunchte hi aapka code yahin aayega.
notice-pickup-ready = Order { $number } aapke liye rakha hai: { $items }
    { $place }
    Wahan yeh code bataiye: { $code }. Pehle kisi ko na bataiye.
notice-pickup-to-bring = Order { $number } pakka hai: { $items }
    { $by } tak taiyar karna hai. { $place }
