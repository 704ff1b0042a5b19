# Somebody who answers for a group wants to buy.
buying-here = Would you like to buy? One tap, and you see the goods. New orders still come here.
