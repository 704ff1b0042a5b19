holiday-closed = { $one ->
    [yes] { $group }: { $first } को छुट्टी लिख ली।
   *[no] { $group }: { $first } से { $last } तक छुट्टी लिख ली।
} जो ऑर्डर आपके पास हैं वे रहेंगे; नए ऑर्डर पहले दूसरों को जाएँगे या बाद के दिन के होंगे।
holiday-undo = वापस लीजिए
holiday-until-when = { $group } आज से कितने दिन बंद है?
    कोई और दिन हो तो ऐसे लिखिए: सोमवार तक बंद।
holiday-days = { $count } दिन
holiday-which = किस समूह की बात है?
holiday-undone = छुट्टी वापस ले ली। { $group } उन दिनों खुला है।
holiday-too-late = अब देर हो गई। { $group } में काम फिर शुरू हो तो लिखिए: काम फिर शुरू।
holiday-none = आपकी कोई छुट्टी लिखी हुई नहीं है।
holiday-open = { $group } में { $day } से काम फिर शुरू।
holiday-not-yours = इस समूह का सामान आपके पास नहीं है।
card-again-from = बनाने वालों की छुट्टी है; काम { $day } से फिर शुरू होगा। ऑर्डर अभी दे सकते हैं।
checkout-again-from = बनाने वालों की छुट्टी है; काम { $day } से फिर शुरू होगा।
