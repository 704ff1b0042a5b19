roles-not-yours = This is not part of the work of the { $who }. A colleague in the office can do it.
roles-suspended = To be sure that it is still you, please write a fresh joining code here. The office gives you one; until then orders wait.
notice-contact-confirm = You answer orders for this shop. To be sure that it is still you, orders wait until you write a fresh joining code here. The office gives you one.
