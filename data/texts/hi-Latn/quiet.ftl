# Kisi ne kaha ki ab sandesh na bhejein.
quiet-noted = Theek hai, ab sandesh nahi aayenge. Sirf aapke khule order ki khabar milegi.
    Jab bhi aap yahan likhenge, baat phir shuru ho jayegi.
quiet-group = Likh liya. Jab tak daftar kisi aur ko na jode, aapke samuh ke order yahin aayenge.
