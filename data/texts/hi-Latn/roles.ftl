roles-not-yours = Ye kaam { $who } ke hisse ka nahi hai. Daftar ke dusre saathi kar sakte hain.
roles-suspended = Pakka karna hai ki ab bhi aap hi hain. Judne ka naya code yahan likhiye; code daftar se milega. Tab tak order ruke rahenge.
notice-contact-confirm = Aap is dukan ke order ka jawab dete hain. Pakka karna hai ki ab bhi aap hi hain: judne ka naya code yahan likhiye. Tab tak order nahi bheje jayenge. Code daftar se milega.
