-- Keeps the number for a step that is made elsewhere.
SELECT 1;
