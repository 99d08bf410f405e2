import { post } from '../posts.ts';
import { sharedSite } from '../shared-site.ts';

/** Titles that would break out of an element or a script. */
export const FISH = '</script><b>“Fish & chips”</b> ‘n’ <!-- 😀 -->';
const SCRIPT = '</script><script>document.title = "broken"</script>';
/** The title as it is shown. */
export const SHOWN = SCRIPT.replace('"broken"', '“broken”');
export const STYLE = 'The <style> element, and <script>';
export const SUMMARY = 'About <style> and </style></head> and <script>alert(2)</script>.';

/** A blog about HTML. */
export const blogAboutHtml = sharedSite('about-html', () => ({
  files: {
    'posts/fish.md': post({ title: FISH, tags: ['<T>', 'a/b'] }, 'Text.'),
    'posts/script.md': post({ title: SCRIPT }),
    'posts/style.md': post(
      { title: STYLE, summary: SUMMARY, tags: ['<style>'] },
      'The `<style>` tag and `</style>`, then `<script>`.\n\n```html title="<script>alert(2)</script>"\n<style>\n```',
    ),
    'posts/frame.md': post(
      { title: 'Frames' },
      '<iframe title="a" srcdoc="<script>alert(1)</script>"></iframe>\n<iframe title="b"><script>alert(1)</script></iframe>',
    ),
  },
}));
