# Aapki jaankari: kya rakhte hain, kaise dekhein, sudharein, mitayein.
privacy-notice = Aapka naam, pata aur phone saman pahunchane aur bill ke liye rakhte hain, aur kisi kaam ke liye nahi.
    Inhein bechne wale aur pahunchane wale hi dekhte hain. Jab chahein, yahan likhiye: "mera data dikhao", "mitao" ya "sahmati wapas".
privacy-more = Poori jaankari
privacy-full = Aapki jaankari, soochna { $version }:
    • Naam, pata, PIN code, phone: order pahunchane aur bill banane ke liye. Samuh ke bhejne wale adhikari order lene ke baad dekhte hain, aur daak ya courier.
    • Order aur bhugtan: sauda poora karne aur hisab ke liye.
    • Aapke sandesh: jawab dene ke liye. Aapke bheje sandesh { $inbox } din, hamare { $words } din rehte hain.
    • WhatsApp number ya Telegram pehchan: aapko jawab bhejne ke liye.
    Na bechte hain, na vigyapan ke liye dete hain. Naye saman ki khabar tabhi, jab aap khud haan kahein.
    Mitane par bill ki rakam, saman, rajya aur tareekh hi rehti hai, kyunki tax kanoon maangta hai; unmein aapka naam nahi.
    Dekhna, sudharna, mitana aur sahmati wapas lena yahin hota hai. Ye dukan 18 saal se badon ke liye hai.
privacy-asks = Sawal ya shikayat: { $whom }
    Jawab na mile to Bharat ke Data Sanrakshan Board ko likh sakte hain.
privacy-asks-unsaid = Data ke sawal kaun sunenge, ye abhi tay nahi hai: yahin likhiye, daftar jawab dega.
    Jawab na mile to Bharat ke Data Sanrakshan Board ko likh sakte hain.
privacy-show = Mera data dikhaiye
privacy-withdraw = Sahmati wapas
privacy-erase = Mera data mitaiye
    .short = Data mitaiye

data-head = Aapke baare mein hamare paas ye hai:
data-name = Naam: { $name }
data-no-name = Naam: nahi rakha hai
data-address = Pata: { $line } { $pincode }, phone { $phone }
data-order = Order { $number }, { $day }: { $total }
data-more-orders = Aur { $count } order
data-chats = Sandesh: aapke { $inbox } din tak, hamare { $words } din tak
data-agreed = Sahmati: { $day }, soochna { $version }
data-news = Naye saman ki khabar: { $wants ->
    [yes] aap chahte hain
   *[no] nahi bhejte
}
data-correct = Kuch galat hai
data-mend-which = Kya theek karein?
data-mend-name = Naam
data-mend-phone = Phone
data-mend-line = Pata
data-mend-ask = { $what ->
    [name] Sahi naam likhiye.
    [phone] Sahi phone number likhiye.
   *[line] Sahi pata likhiye: makan ya gaon, daakghar, shahar.
}
data-mended = Theek kar diya.
data-nothing-kept = Abhi aisa kuch rakha hi nahi hai. Agle order mein sahi likh dijiye.
data-mended-under-way = Aage ke liye theek kar diya. Order { $order } abhi chal raha hai: usmein daftar theek karega, number { $number }.
data-withdrawn = Sahmati wapas le li. Rakha hua naam aur pata hata diya. Agli baar order karenge to phir poochenge.
data-order-goes-on = Order { $order } abhi chal raha hai, wo usi pate par jayega. Chahein to use cancel kar sakte hain.
data-erase-group = Likh liya, number { $number }: aap ek samuh ke liye jawab dete hain. Daftar pehle kisi aur ko jodega, phir yahin batayega.
data-erase-later = { $count ->
    [one] Order { $order } abhi poora nahi hua
   *[other] Order { $order } aur kuch order abhi poore nahi hue
}: saman ya paise pahunchane ke liye aapki jaankari chahiye.
    Wo poora hote hi phir "mitao" likhiye. Chahein to abhi cancel kar dijiye.
data-erase-sure = Naam, pate, phone, tokri aur hamari saari baatcheet mit jayegi, wapas nahi aayegi. Purane order yahan nahi dikhenge, wapsi bhi nahi ho payegi.
    Sach mein mita dein?
data-erase-yes = Haan, mita dijiye
data-erase-no = Rehne dijiye
data-erased = Sab mita diya. Sirf bill ki rakam, saman, rajya aur tareekh bachi hai, aapke naam ke bina.
    Ye aakhri sandesh bhi kuch minute mein mit jayega.

news-ask = Naye saman aur melon ki khabar yahan bhejein? Saal mein do-char baar. Kabhi bhi "stop" likhkar band kar sakte hain.
news-yes = Haan, bhejiye
news-no = Nahi
news-noted = Theek hai, khabar bhejenge. Band karna ho to "stop" likhiye.
news-off = Theek hai, khabar nahi bhejenge.
news-stop = Khabar band karein
