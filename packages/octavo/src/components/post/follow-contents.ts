// Marks the section that is being read, and keeps its entry in the middle of a long list.
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents ol a')];
let current: HTMLAnchorElement | undefined;

const topOf = (element: Element | null) => element?.getBoundingClientRect().top ?? Infinity;

const follow = () => {
  // A link brings its heading to 28 pixels below the top.
  const link = links.findLast(
    (link) => topOf(document.getElementById(link.getAttribute('href')!.slice(1))) < 60,
  );
  if (link === current) return;
  if (current) current.ariaCurrent = null;
  current = link;
  if (!current) return;
  current.ariaCurrent = 'true';
  current.closest('details')!.scrollTop += topOf(current) - innerHeight / 2;
};

follow();
addEventListener('scroll', follow);
