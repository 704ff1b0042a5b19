# Kanoon jo batana maangta hai: dukan kiski, niyam kya, shikayat kisse.
duties-complain = Shikayat kisse
duties-sellers = Bechne wale kaun
duties-seller = Bechne wale kaun
duties-privacy = Meri jaankari
duties-terms = Dukan ke niyam
terms-operator = Ye dukan chalate hain: { $name }, { $address } · { $contact }
terms-operator-unsaid = Ye dukan kanoon se kaun chalata hai, unka pata aur phone abhi nahi bataya gaya hai. Daftar batayega; tab tak yahin likhiye.
terms-selling = • Bechne wala wahi, jiska naam order par likha hai. Daam mein sab tax shamil.
    • Bhugtan: ghar par nakad ya UPI. Kisi aur ko paise na dijiye.
    • Pahunchane ka kharch aur tareekh haan kehne se pehle dikhte hain.
    • Bheje jane tak cancel karna muft hai.
    • Toota, kharab ya galat nikle to yahin likhiye: badalkar denge ya paise lautayenge.
    • Paise usi raste laut-te hain, jisse aaye the.
    • Saara saman Bharat mein bana hai.
    • Shikayat ka number turant milta hai, jawab 48 ghante mein, hal ek mahine mein.
grievance-officer = Shikayat sunne wale: { $whom }
grievance-officer-unsaid = Dukan ke shikayat adhikari ka naam abhi nahi bataya gaya hai. Tab tak yahin likhiye, daftar jawab dega.
grievance-seller = { $name } ki shikayat: { $whom }
grievance-when = Number turant milta hai, jawab 48 ghante mein, hal ek mahine mein.
