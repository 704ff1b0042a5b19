notice-pay-request = Order { $number } pakka hai: { $items }
    { $by } tak { $payee } ko { $amount } de dijiye. Paise pahunchte hi yahin likhunga.
notice-pay-reminder = Order { $number } ke { $amount } abhi nahi pahunche.
    { $by } tak { $payee } ko de dijiye, phir saman pack hoga. De chuke hon to 12 ank ka number (UTR) yahan likhiye.
notice-payment-received = Order { $number } ke { $amount } pahunch gaye. Dhanyavad.
    Saman bhejte hi yahin likhunga.
notice-payment-expired = Order { $number } ke { $amount } samay par nahi pahunche, isliye order radd ho gaya. Ab paise na dijiye.
    Agar de chuke hain to yahin likhiye, paise laut aayenge.
notice-payment-late = Order { $number } ke { $amount } order khatm hone ke baad pahunche.
    Daftar paise lauta raha hai; bhejte hi yahin likhunga.
notice-refund-asked = Order { $number } ke { $amount } aapko wapas milenge.
    Daftar bhejega; bhejte hi yahin likhunga.
notice-refund-sent = Order { $number } ke { $amount } aapko wapas bhej diye hain, number { $reference }.
    Bank ko saat kaamkaji din tak lag sakte hain.
notice-refund-done = Order { $number } ke { $amount } aapke paas laut aaye hain, number { $reference }.
    Na dikhen to yahin likhiye.
notice-cod-confirm = Order { $number }: { $items }
    Saman milne par { $amount } dene honge. Pack karwa den?
notice-cod-lapsed = Aapka jawab nahi aaya, isliye order { $number } radd ho gaya: { $items }
    Kuch nahi dena hai. Jab chahen phir se order kar sakte hain.
notice-order-secured = Order { $number }: { $how }. Ab pack kar dijiye: { $items }
notice-secured-how = { $how ->
    [paid] paise aa gaye
   *[cod] grahak ne haan kah di, paise saman milne par denge
}
notice-money-morning = Paison ke ruke kaam: bhugtan { $payments }, wapsi { $refunds }.
    Aaj ek baar dekh lijiye.
notice-payee-proposed = { $seller } ke paise { $vpa } ({ $name }) par bhejne ki baat hai.
    Yah tabhi chalega jab daftar ka koi dusra vyakti dekhkar pakka kar de.
notice-wait = { $address }. { $why ->
    [upi] Abhi pack na kijiye, paise aate hi likhunga
   *[cod] Abhi pack na kijiye, grahak ki haan aate hi likhunga
}

pay-button = { $amount } dijiye
pay-over = { $number } ka samay poora ho gaya
pay-delivery = Bhejne ka kharch
pay-open = Paise kaise den
pay-claim-noted = Dhanyavad, order { $number } mein likh liya. Daftar bank mein dekhega aur khabar yahin milegi.
    Dobara paise na dijiye.
pay-claim-number = Order { $number } mein likh liya; daftar bank mein dekhega.
    Ho sake to bhugtan ka 12 ank ka number (UTR) yahan likhiye. Dobara paise na dijiye.
pay-nothing-due = Abhi kuch nahi dena hai.
cod-yes = Haan, pack kijiye
cod-confirmed = Theek hai. Order { $number } pack hoga. Saman aaye to { $total } taiyar rakhiye.
cod-not-here = { $why ->
    [amount] Yah order ghar par cash ke liye bada hai. Iske paise UPI se dijiye.
    [open] Aapke aur order raste mein hain jinke paise ghar par dene hain. Iske paise UPI se dijiye.
   *[other] Is order ke paise ghar par nahi diye ja sakte. UPI se dijiye.
}

office-money = Paise
office-money-row = { $number } { $why ->
    [claimed] kahte hain diya
    [due] paise baaki
    [expired] samay poora
    [cash] cash likhna hai
   *[late] der se aaye
}
office-refund-row = { $number } { $state ->
    [sent] wapsi bheji
    [failed] wapsi ruki
   *[requested] wapsi baaki
}
office-no-money = Paison ka koi kaam ruka nahi hai.
office-money-list = { $count ->
    [one] Paison ka { $count } kaam ruka hai.
   *[other] Paison ke { $count } kaam ruke hain.
}
office-no-such-payment = Yah nahi mila.
office-payment = Order { $number }: { $amount }, { $method ->
    [cod] saman milne par cash
    [upi] UPI se
   *[other] online
}, { $state ->
    [due] abhi nahi mile
    [paid] mil gaye
    [expired] samay poora, nahi mile
   *[cancelled] kuch baaki nahi
}
office-payment-seller = Bechne wale: { $seller }
office-payment-utr = Bank ka number: { $utr }
office-payment-reference = Hamara number: { $reference }
office-arrived = Paise aa gaye
office-arrived-yes = Haan, aa gaye
office-arrived-sure = Kya order { $number } ke theek { $amount } khate mein aa gaye hain? Yah aapke naam se likha jayega.
office-arrived-done = Order { $number }: { $how ->
    [paid] paise mile, likh liya. Grahak ko bata diya.
    [late] likh liya, par order khatm ho chuka tha: paise lautane hain. Grahak ko bata diya.
    [known] paise pahle hi likhe ja chuke hain.
   *[other] rakam mel nahi khati. Sawal khol diya hai.
}
office-refund = Order { $number } ki wapsi: { $amount }, { $state ->
    [requested] bhejni hai
    [sent] bhej di
    [failed] bank se laut aayi
   *[done] poori hui
}, { $since } se
office-refund-to = Kisko: { $name }
refund-sent = Maine bhej diye
refund-done = Pahunch gaye
refund-failed = Laut aaye
office-ask-reference = Order { $number } ke { $amount } wapas: bank ne kaun sa number diya? Yahan likhiye.
office-refund-noted = Order { $number } ki wapsi: { $state ->
    [sent] bhej di, likh liya. Grahak ko bata diya.
    [done] poori hui. Grahak ko bata diya.
   *[failed] likh liya; phir se bhejni hai.
}
office-payees = Paise kise
office-no-sellers = Abhi koi bechne wala darj nahi hai.
office-payee-list = Kiske paise kahan jaate hain?
office-payee-hint = { $state ->
    [confirmed] { $vpa }
    [proposed] { $vpa }, dusre vyakti ki haan baaki
   *[none] abhi kahin nahi { $vpa }
}
office-ask-vpa = { $seller }: UPI pata kya hai? Likhiye, jaise shop@bank
office-vpa-odd = Yah UPI pata nahi lagta. Aisa hota hai: shop@bank
office-ask-payee-name = { $vpa } par bank kaun sa naam dikhata hai? Waisa hi likhiye.
office-payee-waits = { $vpa } ({ $name }) likh liya. Daftar ka koi dusra vyakti pakka karega; tab tak wahan kuch nahi jayega.
office-payee = { $seller }: { $vpa }, bank { $name } dikhata hai. Kya aapne UPI app mein dekh liya?
office-payee-yes = Dekha, sahi hai
office-payee-same = Yah aapne hi likha tha. Daftar ke kisi dusre vyakti ko pakka karna hoga.
office-payee-done = Ab se paise { $vpa } par jayenge.
office-payee-gone = Yah tay ho chuka hai.
office-see-payee = Dekhiye

pay-page-head = Order { $number }
pay-page-to = { $payee } ko
pay-page-by = { $by } tak dijiye
pay-page-open = UPI app kholiye
pay-page-scan = Ya dusre phone se scan kijiye
pay-page-copy = Ya is UPI pate par bhejiye
pay-page-copy-button = Copy
pay-page-online = Card ya bank se dijiye
pay-page-next = Paise pahunchte hi chat mein likhunga. Dukan se koi aapka UPI PIN kabhi nahi poochta.
pay-page-claimed = Aapne bataya ki paise de diye hain. Bank mein dekh rahe hain; dobara na dijiye.
pay-page-paid = Paise mil gaye. Dhanyavad.
pay-page-expired = Samay poora ho gaya aur order radd hai. Ab paise na dijiye; chat mein likhiye.
pay-page-cancelled = Kuch nahi dena hai.
pay-page-not-yet = Abhi kuch nahi dena hai. Order pakka hote hi chat mein likhunga.
pay-page-unknown = Yah panna nahi mila. Chat wala link phir se kholiye.
pay-page-away = Yah rasta abhi band hai. UPI se dijiye, ya kuch minute baad phir dekhiye.
