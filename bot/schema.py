"""Every table of the shop: importing this module puts all of them into `Base.metadata`."""

import bot.tables
import catalog.draft_tables
import catalog.holiday_tables
import catalog.outlet_tables
import catalog.tables
import orders.booking_tables
import orders.document_tables
import orders.misheard
import orders.money_tables
import orders.pickup_tables
import orders.privacy_tables
import orders.rating_tables
import orders.reaching_tables
import orders.tables
import orders.tax_tables
from catalog.tables import Base

ROOMS = (
    catalog.tables,
    catalog.draft_tables,
    catalog.holiday_tables,
    orders.tables,
    orders.money_tables,
    orders.tax_tables,
    orders.booking_tables,
    orders.misheard,
    orders.privacy_tables,
    orders.rating_tables,
    catalog.outlet_tables,
    orders.pickup_tables,
    orders.reaching_tables,
    bot.tables,
)

__all__ = ["ROOMS", "Base"]
