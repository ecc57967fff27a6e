-- Statements are seen within their articles, too: all are looked at anew when claims are next brought up to date.
UPDATE claims SET live = FALSE;
UPDATE positions SET moved_at = NULL;
DELETE FROM sights;
DELETE FROM places;
UPDATE readings SET placed_at = NULL;
UPDATE matters SET stale = FALSE;
