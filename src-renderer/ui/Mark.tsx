// The product's mark: a hand that points the way.
export function Mark({ size = 48 }: { readonly size?: number | string }) {
  return <img src="/mark.svg" alt="" width={size} height={size} draggable={false} />
}
