roles-not-yours = Ye kaam { $who } ke hisse ka nahi hai. Daftar ke dusre saathi kar sakte hain.
