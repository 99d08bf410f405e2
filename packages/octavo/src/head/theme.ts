import owner from '../styles/theme.css?raw';
import tokens from '../styles/tokens.css?raw';
import { themeColor } from '../styles/colors.ts';

/** The ground of every page. */
export const paper = themeColor('--paper', tokens + owner);
