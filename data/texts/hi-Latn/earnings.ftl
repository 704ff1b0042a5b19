# Samuh ki kamai, aur daftar ke bataye hisse.
share-to = { $to ->
    [wages] mazdoori
    [victims] peedit parivaron ko
    [staff] karmchari
    [society] samiti
    [materials] kachcha maal
    [members] sadasya
    [member] sadasya { $number }
   *[group] samuh
}
share-percent = { $who }: { $percent } %

earnings-head = { $group }, { $this ->
    [yes] is mahine
   *[no] { $month } { $year }
}
month-name = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
earnings-sum = { $head }: { $amount }, { $count ->
    [one] { $count } parcel bheja
   *[other] { $count } parcel bheje
} (tax ke bina).
earnings-none = { $head }: abhi kuch nahi bheja gaya.
earnings-back = { $count ->
    [one] { $count } parcel wapas aaya, uska daam ghata diya hai.
   *[other] { $count } parcel wapas aaye, unka daam ghata diya hai.
}
earnings-share = { $who }: { $amount }
earnings-unshared = { $amount } kaise bantenge, ye daftar ne abhi nahi bataya.
earnings-due = Abhi milne hain: { $amount }
earnings-not-yours = Samuh ki kamai uske adhikari ya mukhiya ko dikhti hai.
earnings-before = Pichla mahina
earnings-now = Is mahine

office-splits = Hisse
office-split-list = Kiski kamai ke hisse dekhein?
office-split-hint = { $count ->
    [0] abhi tay nahi
    [one] ek hi ko
   *[other] { $count } hisse
}
office-split = { $group }: { $count ->
    [0] kamai kaise bantegi, abhi tay nahi hai.
   *[other] tax aur bhejne ka kharch nikalkar aise bant-ti hai:
}
office-split-waits = Abhi bantne hain: { $amount }
office-split-change = Badliye
office-split-ask = { $group }: kise kitne pratishat? Aise likhiye: mazdoori 50, peedit parivaron 20, samiti 30. Kul 100.
office-split-odd = Ye samajh nahi aaya, ya kul 100 nahi banta.
office-split-paper = Ye kis aadesh ya prastav mein likha hai? Uska number aur tareekh likhiye.
office-split-sure = { $group }, “{ $paper }” ke anusaar:
office-split-from-when = Kis din se? Dabate hi aapke naam se lagu ho jayega.
office-split-from = { $since ->
    [today] Aaj se, { $day }
    [month] Is mahine se
   *[year] April se
}
    .short = { $since ->
    [today] Aaj se
    [month] Is mahine se
   *[year] April se
}
office-split-done = { $day } se lagu hai. { $count ->
    [0] Baantne ko kuch ruka nahi tha.
    [one] Ek ruke parcel ka paisa bant gaya.
   *[other] { $count } ruke parcelon ka paisa bant gaya.
}
