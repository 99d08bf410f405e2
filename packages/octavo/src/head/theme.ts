import owner from '../styles/theme.css?raw';
import tokens from '../styles/tokens.css?raw';
import { themeColour } from '../styles/colors.ts';

/** The ground of every page. */
export const paper = themeColour('--paper', tokens + owner);
