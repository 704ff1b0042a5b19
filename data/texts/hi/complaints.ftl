complaint-which = किस चीज़ की बात है?
complaint-something-else = कुछ और
complaint-choose = चुनिए
complaint-what = क्या ठीक नहीं है?
complaint-reason = { $reason ->
    [broken] टूटा या फटा है
    [wrong] दूसरी चीज़ आ गई
    [missing] कुछ कम आया है
    [quality] अच्छा नहीं बना
    [late] देर हो रही है
   *[other] कुछ और बात है
}
complaint-noted = लिख लिया: { $reason }।
complaint-what-wish = आप क्या चाहेंगे?
complaint-wish = { $wish ->
    [money] पैसे वापस
    [another] दूसरा भेजिए
    [repair] ठीक करवाना है
    [say] सिर्फ़ बताना था
   *[none] अभी नहीं बताया
}
complaint-complete = { $number } में लिख लिया: { $reason }। आप चाहते हैं: { $wish }। दफ़्तर 48 घंटे में यहीं जवाब देगा।
complaint-return-too = क्या { $number } ({ $items }) वापस लेने को कह दूँ?
complaint-send-back = हाँ, वापस लीजिए
complaint-keep = नहीं, अभी नहीं
complaint-return-asked = { $number } की वापसी के लिए कह दिया है। कैसे भेजना है, यहीं बताएँगे; तब तक सामान रखिए।
complaint-none = आपकी कोई शिकायत लिखी हुई नहीं है।
complaint-state = आपकी { $day } की शिकायत { $number }: { $state ->
    [open] दफ़्तर का जवाब अभी नहीं आया।
    [answered] दफ़्तर ने जवाब दे दिया है।
   *[closed] बात पूरी हो गई।
}
complaint-said = { $reason }। चाहते हैं: { $wish }।
complaint-answer = दफ़्तर का जवाब: { $words }
complaint-goods-back = वापसी: { $state ->
    [return_asked] कह दिया है, जवाब यहीं आएगा।
    [return_agreed] मंज़ूर है।
   *[returned] सामान लौट आया है।
}
complaint-settled = बात सुलझ गई
complaint-thanks = धन्यवाद। { $number } बंद कर दी।
complaint-term = { $step ->
    [unanswered] जवाब नहीं गया; 8 घंटे में 48 घंटे पूरे हो जाएँगे।
   *[unsettled] अभी बंद नहीं हुई; कुछ दिन में महीना पूरा हो जाएगा।
}
notice-complaint-told = ऑर्डर { $number }, { $items }: ग्राहक ख़ुश नहीं हैं।
    { $reason }। चाहते हैं: { $wish }। दफ़्तर आपसे बात करेगा।
notice-complaint-overdue = शिकायत { $number }: { $what }
    { $words }
notice-rating-asked = ऑर्डर { $number } आपको मिल गया: { $items }
    कैसा लगा? 5 सबसे अच्छा।
rating-stars = { $stars ->
    [1] 1 ख़राब
    [2] 2 ख़ास नहीं
    [3] 3 ठीक है
    [4] 4 अच्छा
   *[5] 5 बहुत अच्छा
}
rating-thanks = धन्यवाद, 5 में से { $stars } लिख लिया।
rating-write = कुछ लिखना है
rating-ask-words = क्या अच्छा लगा, क्या नहीं? यह सिर्फ़ दफ़्तर पढ़ेगा।
rating-kept = धन्यवाद, रख लिया।
rating-already = इसके बारे में आप बता चुके हैं। धन्यवाद।
rating-not-yours = ऐसा कोई ऑर्डर नहीं मिला।
rating-gives-away = सिर्फ़ सामान के बारे में लिखिए, बनाने वालों के बारे में नहीं।
card-rating = ★ { $stars }, { $buyers } ग्राहकों से
