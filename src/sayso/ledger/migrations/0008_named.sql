-- Articles of one matter share names: all places are found anew when claims are next brought up to date.
UPDATE claims SET live = FALSE;
UPDATE positions SET moved_at = NULL;
DELETE FROM places;
UPDATE readings SET placed_at = NULL;
UPDATE matters SET stale = FALSE;
