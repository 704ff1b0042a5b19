job-ask-class = Kise bulana hai?
job-ask-day = { $name }: kis din chahiye?
job-day = { $ahead ->
    [0] Aaj
    [1] Kal
   *[2] { $day }
}
job-ask-place = Kaam kahan hai? Gaon aur pin code likhiye.
job-ask-pincode = Wahan ka pin code kya hai?
job-pincode-unknown = Pin code { $pincode } nahi mila.
job-ask-name = Kiska naam batayein?
job-ask-phone = Karigar kis number par phone karein?
job-card = { $name }, { $day }
    Jagah: { $place }
    Phone: { $phone }
    Mazdoori karigar batayenge, kaam se pehle aap tay kar lijiye. Aapka number usi ko jayega jo haan kahega.
    Poochh lein?
job-yes = Haan, poochhiye
job-change = Badalna hai
job-no = Rehne dijiye
job-dropped = Theek hai, kisi se nahi poochhte.
job-booked = { $number }: { $name }, { $day }. Aapke paas ke ek karigar se poochh rahe hain. Jawab yahin aayega, aksar ghante bhar mein.
job-office-looks = { $number }: { $name }, { $day }. Hamari soochi mein paas ke koi karigar khali nahi hain. Daftar dhoondhkar aapko yahin batayega.
job-cancel-it = Cancel karein
job-cancel = { $number } cancel
job-cancelled = { $number } cancel ho gaya. Kuch nahi dena hai.
job-not-found = Yeh booking nahi mili.
job-none = Aapki koi booking nahi chal rahi.
job-call = Karigar bulayein
job-told = { $number }: { $name }, { $day }. { $state ->
    [taken] { $who } aayenge, { $phone }
    [asked] Ek karigar se poochh rahe hain.
   *[nobody] Daftar kisi ko dhoondh raha hai.
}
job-village = { $district } { $pincode }
job-come = Aa jaunga
job-cannot = Nahi aa paunga
job-gone = Yeh kaam kisi aur ke paas hai, ya ab nahi chahiye. Dhanyavad.
job-no-thanks = Theek hai, kisi aur se poochhte hain.
job-address = { $number }, { $day }: { $name }
    { $place }
    Phone { $phone }
    Phone karke samay aur mazdoori tay kar lijiye.
job-give-up = Nahi aa paunga
job-was-done = Haan, ho gaya
job-nobody-came = Koi nahi aaya
job-thanks = Achha laga. Dhanyavad!
job-missed = Maaf kijiye. Daftar ko abhi bata diya, number { $number }.
notice-job-offered = Aapke liye kaam: { $name }, { $day }, { $place }. Aa jayenge?
notice-job-taken = { $number }: { $name }, { $day } ko { $who } aayenge. Phone { $phone }. Samay aur mazdoori phone par tay kar lijiye.
notice-job-nobody = { $number }: { $name }, { $day } ke liye paas ke koi karigar abhi nahi aa pa rahe. Daftar dhoondhkar aapko yahin batayega.
notice-job-stopped = { $number }: { $name }, { $day } ka kaam ab nahi chahiye.
notice-job-was-it = { $number }: { $name } ka kaam ho gaya?
notice-worker-offered = { $name } ka kaam karna chahte hain, { $place } mein. Phone karke tay kar dijiye.
notice-worker-settled = { $name } ke kaam ke liye: { $what }
worker-word = { $yes ->
    [True] daftar ne haan kaha hai. Aapke paas ka kaam yahin aayega.
   *[False] daftar abhi aapko nahi jod pa raha. Jab chahein yahan poochh lijiye.
}
worker-what = Achha hai. Aap kya karte hain?
worker-i-work = Karigar hun
worker-i-farm = Kheti karte hain
worker-we-make = Saman banate hain
worker-which = Kaun sa kaam karte hain?
worker-ask-place = Kahan kaam karte hain? Gaon aur pin code likhiye.
worker-ask-name = Aapka naam kya hai?
worker-ask-phone = Aapka phone number likhiye.
worker-noted = Likh liya: { $name }. Daftar aapko phone karega, phir yahin batayega. Kaam ko haan kehne se pehle aapka number kisi ko nahi jayega.
worker-rest = Abhi kaam nahi
worker-work-again = Kaam phir lein
worker-resting = Theek hai, aapke kehne tak kaam nahi aayega.
worker-back = Achha, kaam phir aayega.
worker-none = Badalne ko kuch nahi hai.
worker-told = { $name }: { $state ->
    [asked] daftar ne abhi tay nahi kiya
    [working] kaam aapke paas aayega
    [resting] abhi kaam nahi
   *[refused] nahi jude
}
worker-see = Dekhiye
worker-none-wait = Abhi koi nahi hai.
worker-list = { $count ->
    [one] { $count } karigar judna chahte hain.
   *[other] { $count } karigar judna chahte hain.
}
worker-card = { $name }: { $who }
    { $phone }, { $district } { $pincode }
    { $state ->
    [asked] Phone karke tay kar dijiye.
    [working] Jude hain.
    [resting] Abhi kaam nahi lete.
   *[refused] Nahi jude.
}
worker-yes = Jodiye
worker-no = Abhi nahi
worker-written = { $name }: { $yes ->
    [True] jod diya, unhein bata diya hai.
   *[False] nahi joda, unhein bata diya hai.
}
office-workers = Karigar
job-farmer = Kisan
job-worker = Karigar
job-with-goods = { $name }: saman ka order hote hi iske baare mein poochhenge.
