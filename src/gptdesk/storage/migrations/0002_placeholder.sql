-- Holds the place of the step that another change brings.
SELECT 1;
