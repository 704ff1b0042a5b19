roles-not-yours = This is not part of the work of the { $who }. A colleague in the office can do it.
