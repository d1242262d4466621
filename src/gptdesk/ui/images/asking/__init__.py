"""What a person tells the Images tab: prompt, ideas, styles and references."""
