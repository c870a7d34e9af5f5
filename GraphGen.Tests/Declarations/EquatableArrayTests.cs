using GraphGen.Model;
using Shouldly;
using Xunit;

namespace GraphGen.Tests.Declarations;

public class EquatableArrayTests
{
    [Fact]
    public void Lists_are_equal_when_their_elements_are()
    {
        var list = new EquatableArray<string>(["a", "b"]);
        (list == new EquatableArray<string>(["a", "b"])).ShouldBeTrue();
        list.GetHashCode().ShouldBe(new EquatableArray<string>(["a", "b"]).GetHashCode());
        (list != new EquatableArray<string>(["b", "a"])).ShouldBeTrue();
        (list != new EquatableArray<string>(["a"])).ShouldBeTrue();
    }

    [Fact]
    public void The_default_is_the_empty_list()
    {
        EquatableArray<int> none = default;
        none.ShouldBe(new EquatableArray<int>([]));
        none.GetHashCode().ShouldBe(new EquatableArray<int>([]).GetHashCode());
        none.Count.ShouldBe(0);
        none.ToArray().ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void What_it_was_made_of_may_change_afterwards()
    {
        int[] source = [1, 2];
        var list = new EquatableArray<int>(source);
        source[0] = 9;
        list[0].ShouldBe(1);
    }
}
