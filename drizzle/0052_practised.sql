-- Whoever has decided or reviewed a report before there was a practice queue is not asked to practise; nor are the accounts for trying out.
UPDATE campaigners SET practised_at = now()
WHERE is_starter
   OR id IN (SELECT moderator_id FROM decisions)
   OR id IN (SELECT reviewer_id FROM reviews);
