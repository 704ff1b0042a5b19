training-learn = Seekhiye, kaise chalta hai
    .short = Seekhna
training-practise = Abhyas ka order
    .short = Abhyas ka order
training-next = Agla paath
    .short = Agla paath
training-again = Ek baar aur
    .short = Ek baar aur
training-leave = Abhyas band
    .short = Abhyas band
training-help = Order ke alawa:
training-head = Paath { $number } / { $of }
training-lesson = { $about ->
    [coming] Naya order yahan apne aap aata hai: kya, kitna, kab tak. Neeche teen button hote hain.
    [answers] Poora banega to "Bana denge" dabaiye. Kam banega to "Kuch hi". Nahi banega to "Nahi ho payega". Der ki haan se jaldi ki na achchhi.
    [sending] Baandh liya to "Taiyar hai", bhej diya to "Bhej diya" dabaiye. Grahak ko hum bata denge.
    [goods] Saman kam hua ya naya bana? Jaise bolte hain waise likhiye: "achar 12 bache", "shawl khatam".
   *[rest] Chhutti hai to likhiye "3 din chhutti". Kuch puchhna ho to likhiye "kisi se baat karni hai". Judne ka code kisi ko mat dijiye.
}
training-mark = Abhyas: isme kuch bhi asli nahi hai.
training-goods = shawl
training-order = { $first ->
    [accept] Order ABHYAS-1: 2 × { $name }, chaar din mein chahiye. Aap kya kahenge?
    [ready] Order ABHYAS-1: 2 × { $name }. Haan ho chuki hai. Baandh liya to "Taiyar hai" dabaiye.
   *[sent] Order ABHYAS-1: 2 × { $name }. Bandh chuka hai. Bhej diya to "Bhej diya" dabaiye.
}
training-said = { $said ->
    [accept] Badhiya. Ab grahak ko khabar jaati ki aap bana rahe hain. Baandh liya? To button dabaiye.
    [part] Hum puchhte, kitne banenge; phir grahak se puchhte. Ab poora wala karke dekhiye.
    [decline] Hum dusre samuh se puchhte. Isme koi burai nahi. Ab dusra jawab dekar dekhiye.
    [ready] Badhiya. Bhejne wale saathi ko khabar jaati. Bhej diya? To button dabaiye.
   *[sent] Badhiya. Hum parcel ka number puchhte aur grahak ko bata dete.
}
training-address = Pata ab jaakar dikhta hai: Abhyas Gali 1, Abhyas Nagar.
training-finished = Aapko sab aa gaya. Asli order ka number HT- se shuru hota hai.
training-so-far = Paath: { $lessons } / { $of }{ $practised ->
    [True] , abhyas ka order poora
   *[other] {""}
}
