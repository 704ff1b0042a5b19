# Tokri.
cart-head = Aapki tokri:
cart-line = { $qty } { $name } · { $sum }
cart-qty = { $qty }
cart-total = Kul { $total }
cart-maker = Banane wale: { $name }
cart-sample = Yahan ke daam namoona daam hain.
cart-left = Abhi { $left } hi taiyar hai.
cart-off-season = { $name } ka abhi mausam nahi hai.
cart-empty = Aapki tokri khali hai.
cart-changed = Theek hai: { $line }
cart-removed = Tokri se hataya: { $name }.
cart-not-found = Ek cheez mujhe nahi mili.

cart-ask-quantity = { $name }: kitna chahiye?
cart-steps = { $name } { $step } ke hisaab se milta hai. Kitna chahiye?
cart-which = Inme se kaun sa?
cart-line-now = { $name }: tokri mein { $qty }. Kitna kar doon?
cart-edit-which = Kya badalna hai?
cart-choose = Chuniye

cart-order = Order kijiye
cart-more = Aur samaan dekhein
cart-edit = Tokri badlein
cart-drop = Ise hata dijiye
cart-take-left = { $left } hi dijiye
cart-fewer = Kam mangayein

cart-clear = Tokri khali karein
cart-clear-sure = Poori tokri khali kar doon?
cart-clear-yes = Haan, khali kijiye
cart-clear-no = Nahi, rehne dijiye
cart-cleared = Theek hai.

cart-cannot = { $name } abhi yahan se nahi bik raha. Daam aur milne ka din daftar bata sakta hai.
cart-bulk = { $name }: { $most } ya usse zyada ho to daam aur tareekh daftar batata hai.
cart-ask-office = Daftar se puchhiye

cart-anew = Phir se shuru karte hain. Kya dekhna chahenge?
cart-anew-kept = Phir se shuru karte hain. Aapki tokri waisi hi rakhi hai.
