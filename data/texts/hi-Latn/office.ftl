office-menu = Daftar. Kya dikhayein?
office-tickets = Baaki sawal
office-waiting = Ruke order
office-gaps = Chhooti jaankari
office-choose-button = Ek chuniye
office-only = Ye sirf daftar ke liye hai.
office-no-tickets = Abhi kisi sawal ka jawab baaki nahi hai.
office-no-such-ticket = Ye sawal nahi mila.
office-open-tickets = { $count ->
    [one] { $count } sawal ka jawab dena hai.
   *[other] { $count } sawalon ke jawab dene hain.
}
office-ticket-row = { $number } { $kind }
    .short = { $number }
office-ticket = { $number }: { $kind } ({ $state ->
    [open] intezar mein
    [answered] jawab diya
   *[closed] band
})
office-about-order = Order { $number }: { $state ->
    [placed] abhi jawab nahi aaya
    [part_offered] kam banane ki baat puchhi hai
    [accepted] ban raha hai
    [declined] nahi ban payega
    [ready] taiyar
    [dispatched] bhej diya
    [delivered] pahunch gaya
    [expired] samay par jawab nahi aaya
    [return_asked] lautane ki baat
    [return_agreed] laut raha hai
    [returned] laut aaya
   *[cancelled] cancel
}
office-said = { $who ->
    [her] › { $words }
   *[us] ‹ { $words }
}
office-reply = Jawab dein
office-close = Band karein
office-nobody-to-tell = { $number } chat se nahi aaya: phone kar lijiye, phir band kar dijiye.
office-write-reply = { $number }: { $words }
    Jawab likhiye. Aapka agla message waisa hi unhein jayega.
office-gives-away = Ye nahi bheja: isme jail ke kisi vyakti ki, ya kisi ke saath hui ghatna ki baat hai. Uske bina likh dijiye.
office-answered = { $number } ka jawab bhej diya.
office-closed = { $number } band kar diya.
office-none-waiting = Kisi order ko samuh ke jawab ka intezar nahi hai.
office-waiting-orders = { $count ->
    [one] { $count } order samuh ke jawab ke liye ruka hai.
   *[other] { $count } order samuh ke jawab ke liye ruke hain.
}
office-waiting-row = { $number }
office-waiting-hint = { $group }: { $items }
office-group-contacts = { $count ->
    [0] { $group } se abhi koi juda nahi hai. Unhein code de dijiye.
    [one] { $group } se ek saathi jude hain, unhein bata diya hai.
   *[other] { $group } se { $count } saathi jude hain, sabko bata diya hai.
}
office-gap-list = { $count ->
    [one] { $count } cheez ki jaankari abhi adhuri hai.
   *[other] { $count } cheezon ki jaankari abhi adhuri hai.
}
office-no-gaps = Kisi cheez ki jaankari adhuri nahi hai.
office-ask-unit = { $name }: ye kaise bikta hai?
office-no-gaps-here = Is cheez ki saari jaankari mil gayi.
office-gap = { $name }
    { $what ->
    [price] { $unit } ka daam kitne rupaye hai? Ankon mein likhiye.
    [hsn] Iska HSN code kya hai? Ankon mein likhiye.
   *[stock] { $group } mein abhi kitna rakha hai? Ginti likhiye.
}
office-not-filled = Ye ginti samajh nahi aayi. Bas ank likhiye.
office-handover = Daftar ke ek saathi ye baatcheet padhkar aapko yahin likhenge. Iska number { $number } hai.
    Tab tak yahan baaki sab chalta rahega.
office-rating = Dhanyavad, likh liya, number { $number }. Ye baat banane walon tak pahunchegi.
office-gift = Zaroor. Order mein naam aur pata unhi ka dijiye jinhein bhejna hai.
    Aapki baat likh li hai, number { $number }; jo ho sakega, daftar yahin batayega.
office-see-order = Order dekhein
office-orders = Sab khule order
office-no-orders = Abhi koi order khula nahi hai.
office-no-such-order = Yeh order nahi mila.
office-all-orders = { $count ->
    [one] { $count } order khula hai.
   *[other] { $count } order khule hain.
}
office-act = { $move ->
    [accept] Samuh bana dega
    [decline] Nahi bana payega
    [take_part] Grahak ko manzoor
    [refuse_part] Grahak ko nahi
    [mark_ready] Taiyar hai
    [dispatch] Bhej diya
    [deliver] Pahunch gaya
    [withdraw] Wapas lein
    [refuse] Kahin nahi banega
    [come_back] Parcel laut aaya
    [ask_return] Grahak lautayenge
    [agree_return] Wapasi manzoor
    [close_return] Wapasi band
    [receive_return] Wapas pahuncha
   *[cancel] Cancel karein
}
office-act-sure = Order { $number }: { $move ->
    [decline] samuh nahi bana payega. Grahak ko turant khabar jayegi.
   *[cancel] yahin khatam hoga. Grahak aur samuh ko turant khabar jayegi.
}
    Aisa hi likh dein?
office-act-done = Order { $number }: { $move ->
    [accept] samuh banayega
    [decline] nahi ban payega
    [take_part] grahak kam lene ko maan gaye
    [mark_ready] taiyar
    [dispatch] bhej diya
    [deliver] pahunch gaya
    [reroute] dusri jagah puchh liya
    [offer_other] grahak se dusri jagah ki baat puchhi
    [refuse] kahin nahi banega
    [come_back] laut aaya
    [ask_return] wapasi likh li
    [agree_return] wapasi manzoor
    [close_return] wapasi band
    [receive_return] wapas pahuncha
   *[cancel] cancel
}. Grahak aur samuh ko bata diya hai.
office-give = { $group } se puchhiye
office-could-make = { $words }. Yahan bhi ban sakta hai: { $groups }
office-nobody-else = { $words }. Abhi aur kahin nahi hai.
notice-misheard-week = Is hafte { $times } message samajh nahi aaye, zyadatar yeh: { $words }. Sab yahan dikhenge: ./haat learn list
