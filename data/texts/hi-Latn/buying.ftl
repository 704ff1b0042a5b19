# Jo samuh ki taraf se jawab dete hain, ve khud kharidna chahein.
buying-here = Kya aap apne liye kharidna chahte hain? Ek button dabaiye, saman dikh jayega. Naye order yahin aate rahenge.
