export { positionIn } from '../diagnostics/position-in.ts';
