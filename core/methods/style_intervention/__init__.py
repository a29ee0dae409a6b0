"""Style Intervention: directions in the style space of a StyleGAN2."""
