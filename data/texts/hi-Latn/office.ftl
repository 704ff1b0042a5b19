office-menu = Daftar. Kya dekhein?
office-tickets = Khule sawaal
office-waiting = Ruke order
office-gaps = Chhooti jaankari
office-choose-button = Ek chuniye
office-only = Yeh keval daftar dekh sakta hai.
office-no-tickets = Abhi kisi jawab ka intezaar nahi hai.
office-no-such-ticket = Yeh sawaal nahi mila.
office-open-tickets = { $count } sawaalon ko jawab ka intezaar hai.
office-ticket-row = { $number } { $kind }
    .short = { $number }
office-ticket = { $number }: { $kind } ({ $state ->
    [open] intezaar mein
    [answered] jawab diya
   *[closed] band
})
office-about-order = Order { $number }: { $state ->
    [placed] abhi jawab nahi aaya
    [part_offered] kuch hi banane ki baat poochhi hai
    [accepted] ban raha hai
    [declined] nahi ban paayega
    [ready] taiyar
    [dispatched] bhej diya
    [delivered] pahunch gaya
   *[cancelled] cancel
}
office-said = { $who ->
    [her] › { $words }
   *[us] ‹ { $words }
}
office-reply = Jawab dein
office-close = Band karein
office-nobody-to-tell = { $number } kisi ki chat se nahi aaya: phone kar lijiye, phir band kar dijiye.
office-write-reply = { $number }: { $words }
    Jawab likhiye. Aapka agla sandesh waisa hi unhe jaayega.
office-answered = { $number } ka jawab bhej diya.
office-closed = { $number } band kar diya.
office-none-waiting = Kisi order ko samooh ke jawab ka intezaar nahi hai.
office-waiting-orders = { $count } order samooh ke jawab ke liye ruke hain.
office-waiting-row = { $number }
office-waiting-hint = { $group }: { $items }
office-group-contacts = { $count ->
    [0] { $group } se abhi koi juda nahi hai. Unhe code de dijiye.
   *[other] { $group } se { $count } log jude hain, unhe bata diya gaya hai.
}
office-gap-list = { $count } saamaan ki jaankari abhi adhoori hai.
office-no-gaps = Kisi saamaan ki jaankari adhoori nahi hai.
office-ask-unit = { $name }: yeh kaise bikta hai?
office-no-gaps-here = Is saamaan ki saari jaankari mil gayi.
office-gap = { $name }
    { $what ->
    [price] { $unit } ka daam kitne rupaye hai? Sankhya likhiye.
    [hsn] Iska HSN code kya hai? Ank likhiye.
   *[stock] { $group } mein abhi kitna rakha hai? Sankhya likhiye.
}
office-not-filled = Yeh sankhya samajh nahi aayi. Bas ank likhiye.
office-data-wish = { $kind ->
    [stop] { $number } mein likh liya: hamara daftar sandesh band karke yahin batayega. Chal rahe order ki khabar milti rahegi.
    [delete_data] { $number } mein likh liya: hamara daftar aapki jaankari mitakar 30 din mein yahin batayega. Kanoon ke liye zaroori bill rahenge.
    [show_data] { $number } mein likh liya: aapki jo jaankari hamare paas hai, daftar 30 din mein yahin bhejega.
    [correct_data] { $number } mein likh liya: hamara daftar sudharkar aapko yahin batayega.
   *[consent] { $number } mein likh liya: hamara daftar aapki sahmati wapas likhkar yahin batayega.
}
office-handover = Hamare daftar se ek vyakti yeh baatcheet padhkar aapko yahin likhenge. Iska number { $number } hai.
    Tab tak aap yahan aur kaam kar sakte hain.
office-rating = Dhanyavaad, { $number } mein likh liya. Banane wale samooh tak yeh baat pahunchegi.
office-gift = Zaroor. Order mein naam aur pata unhi ka dijiye jinhe bhejna hai.
    Aapki baat { $number } mein likh li hai; jo ho sakega, daftar yahin batayega.
