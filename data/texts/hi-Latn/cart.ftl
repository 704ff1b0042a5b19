# Tokri.
cart-head = Aapki tokri:
cart-line = { $qty } { $name } · { $sum }
cart-qty = { $qty }
cart-total = Kul { $total }
cart-maker = Banane wale: { $name }
cart-prices = { $mark ->
    [both] Kuch daam namoona daam hain, kuch purane; pakke daftar karega.
    [old] Daam purana chhapa hua hai, daftar pakka karega.
   *[sample] Daam namoona daam hain.
}
cart-left = Abhi taiyar: bas { $left }.
cart-off-season = { $name } ka abhi mausam nahi hai.
cart-other-state = { $name }: tax ke niyam se ye sirf banane walon ke apne rajya mein bik sakta hai.
cart-not-from = { $name } ka saman aapke rajya mein nahi bik sakta; ye dusri jagah se aayega.
cart-empty = Aapki tokri khali hai.
cart-changed = Theek hai: { $line }
cart-removed = Tokri se hataya: { $name }.
cart-not-found = Inmein se ek cheez yahan nahi mili.
cart-not-here = { $thing }: ye cheez yahan nahi milti.
cart-not-in = { $name } tokri mein nahi hai.
cart-none-of-it = Ye tokri mein nahi hai.
cart-swapped = Theek hai, { $old } ki jagah: { $line }
cart-which-more = { $name }, { $qty } aur: kis rang mein?
cart-which-less = { $name }, { $qty } kam: kis rang ke?
cart-left-out = Theek hai, { $name } rehne dete hain.
cart-as-it-was = Theek hai, jaisa tha waisa hi rakha hai.
cart-nothing-meant = Kis cheez ki baat hai? Naam likh dijiye.
cart-nothing-back = Kuch hataya nahi tha jo wapas rakhoon.

cart-ask-quantity = { $name }: kitna chahiye?
cart-steps = { $name }: { $step } ke hisab se dete hain. Kitna chahiye?
cart-which = Inmein se kaun sa?
cart-line-now = { $name }: tokri mein { $qty }. Kitna kar doon?
cart-edit-which = Kya badalna hai?
cart-choose = Chuniye

cart-order = Order kijiye
cart-more = Aur saman dekhein
cart-edit = Tokri badaliye
cart-drop = Ise hata dijiye
cart-take-left = { $left } hi dijiye
cart-fewer = Kam kar dijiye

cart-clear = Tokri khali karein
cart-clear-sure = Poori tokri khali kar doon?
cart-clear-yes = Haan, khali kijiye
cart-clear-no = Nahi, rehne dijiye
cart-cleared = Theek hai.

cart-cannot = { $name } ki bikri abhi yahan se nahi ho rahi. Daam aur din daftar bata sakta hai.
cart-bulk = { $name }: { $most } ya usse zyada chahiye ho to daam aur tarikh daftar batata hai.
cart-ask-office = Daftar se puchhiye

cart-anew = Phir se shuru karte hain. Kya dikhayein?
cart-anew-kept = Phir se shuru karte hain. Aapki tokri waisi hi rakhi hai.
