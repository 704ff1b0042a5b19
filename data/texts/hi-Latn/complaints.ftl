complaint-which = Kis cheez ki baat hai?
complaint-something-else = Kuch aur
complaint-choose = Chuniye
complaint-what = Kya theek nahi hai?
complaint-reason = { $reason ->
    [broken] Toota ya fata hai
    [wrong] Doosri cheez aa gayi
    [missing] Kuch kam aaya hai
    [quality] Achha nahi bana
    [late] Der ho rahi hai
   *[other] Kuch aur baat hai
}
complaint-noted = Likh liya: { $reason }.
complaint-what-wish = Aap kya chahenge?
complaint-wish = { $wish ->
    [money] Paise wapas
    [another] Doosra bhejiye
    [repair] Theek karwana hai
    [say] Sirf batana tha
   *[none] abhi nahi bataya
}
complaint-complete = { $number } mein likh liya: { $reason }. Aap chahte hain: { $wish }. Daftar 48 ghante mein yahin jawab dega.
complaint-return-too = Kya { $number } ({ $items }) wapas lene ko keh doon?
complaint-send-back = Haan, wapas lijiye
complaint-keep = Nahi, abhi nahi
complaint-return-asked = { $number } ki wapsi ke liye keh diya hai. Kaise bhejna hai, yahin batayenge; tab tak saman rakhiye.
complaint-none = Aapki koi shikayat likhi hui nahi hai.
complaint-state = Aapki { $day } ki shikayat { $number }: { $state ->
    [open] daftar ka jawab abhi nahi aaya.
    [answered] daftar ne jawab de diya hai.
   *[closed] baat poori ho gayi.
}
complaint-said = { $reason }. Chahte hain: { $wish }.
complaint-answer = Daftar ka jawab: { $words }
complaint-goods-back = Wapsi: { $state ->
    [return_asked] keh diya hai, jawab yahin aayega.
    [return_agreed] manzoor hai.
   *[returned] saman laut aaya hai.
}
complaint-settled = Baat sulajh gayi
complaint-thanks = Dhanyavaad. { $number } band kar di.
complaint-term = { $step ->
    [unanswered] jawab nahi gaya; 8 ghante mein 48 ghante poore ho jayenge.
   *[unsettled] abhi band nahi hui; kuch din mein mahina poora ho jayega.
}
notice-complaint-told = Order { $number }, { $items }: grahak khush nahi hain.
    { $reason }. Chahte hain: { $wish }. Daftar aapse baat karega.
notice-complaint-overdue = Shikayat { $number }: { $what }
    { $words }
notice-rating-asked = Order { $number } aapko mil gaya: { $items }
    Kaisa laga? 5 sabse achha.
rating-stars = { $stars ->
    [1] 1 Kharab
    [2] 2 Khaas nahi
    [3] 3 Theek hai
    [4] 4 Achha
   *[5] 5 Bahut achha
}
rating-thanks = Dhanyavaad, 5 mein se { $stars } likh liya.
rating-write = Kuch likhna hai
rating-ask-words = Kya achha laga, kya nahi? Yeh sirf daftar padhega.
rating-kept = Dhanyavaad, rakh liya.
rating-already = Iske baare mein aap bata chuke hain. Dhanyavaad.
rating-not-yours = Aisa koi order nahi mila.
rating-gives-away = Sirf saman ke baare mein likhiye, banane walon ke baare mein nahi.
card-rating = ★ { $stars }, { $buyers } grahakon se
