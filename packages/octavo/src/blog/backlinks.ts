/** A post, with the content files that it links to. */
interface Linking {
  path: string;
  text: { links: readonly string[] };
}

/** Returns a function that returns the posts that link to a post, in the order of `posts`. */
export function backlinksAmong<Post extends Linking>(posts: readonly Post[]) {
  const linking = new Map<string, Post[]>();
  for (const post of posts)
    for (const path of post.text.links) linking.set(path, [...(linking.get(path) ?? []), post]);
  return (post: Post): Post[] => linking.get(post.path) ?? [];
}
