"""The second row above the canvas: what one change of the picture asks for."""
